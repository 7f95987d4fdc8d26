package org.amplifyjakarta.it.localaws;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChallengeTest {

    private static final String OLD = "Passw0rd!";
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final LocalUser ANN = LocalUser.of("ann", OLD);

    private final TestClock clock = new TestClock();
    private final LocalAws aws = LocalAws.start(0, clock);
    private final PoolClient pool = new PoolClient(aws);

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void aTemporaryPasswordIsReplacedAndWhatIsMissingAdded() throws Exception {
        aws.change(settings -> settings.withPool(all -> all.withRequiredAttributes(List.of("email", "given_name"))));
        aws.add(ANN.withTemporaryPassword());
        JsonObject challenge = signIn();

        assertThat(challenge.getString("ChallengeName")).isEqualTo("NEW_PASSWORD_REQUIRED");
        assertThat(parameter(challenge, "requiredAttributes")).isEqualTo("[\"userAttributes.given_name\"]");
        assertThat(parameter(challenge, "userAttributes"))
                .isEqualTo("{\"email\":\"ann@example.com\",\"email_verified\":\"true\",\"name\":\"ann\"}");
        Map<String, String> given = Map.of("NEW_PASSWORD", PoolClient.PASSWORD, "userAttributes.given_name", "Ann-Lee");
        JsonObject user = getUser(answer(challenge, given));
        assertThat(user.getJsonArray("UserAttributes"))
                .contains(PoolClient.attributes(Map.of("given_name", "Ann-Lee"))
                        .build()
                        .get(0));
        assertThat(pool.signIn("ann", PoolClient.PASSWORD)).containsKey("AuthenticationResult");
        assertThat(PoolClient.error(pool.signIn("ann", OLD))).isEqualTo("NotAuthorizedException");
    }

    @ParameterizedTest
    @CsvSource({
        "weak, userAttributes.nickname, a, InvalidPasswordException",
        "N3w-password, userAttributes.email, eve@example.com, InvalidParameterException",
        "N3w-password, userAttributes.shoe_size, 43, InvalidParameterException"
    })
    void aWrongNewPasswordOrAttributeMayBeCorrected(String password, String name, String value, String error)
            throws Exception {
        aws.add(ANN.withTemporaryPassword());
        JsonObject challenge = signIn();

        assertThat(PoolClient.error(answer(challenge, Map.of("NEW_PASSWORD", password, name, value))))
                .isEqualTo(error);
        assertThat(answer(challenge, Map.of("NEW_PASSWORD", PoolClient.PASSWORD)))
                .containsKey("AuthenticationResult");
    }

    @Test
    void aMissingRequiredAttributeIsAskedFor() throws Exception {
        aws.add(ANN.withTemporaryPassword().withoutAttribute("email"));

        assertThat(answer(signIn(), Map.of("NEW_PASSWORD", PoolClient.PASSWORD)).getString("message"))
                .contains("email: The attribute is required");
    }

    @ParameterizedTest
    @CsvSource({"SMS_MFA, SMS, +******0100", "EMAIL_OTP, EMAIL, a***@e***"})
    void aCodeThatWasSentSignsIn(Factor factor, String medium, String destination) throws Exception {
        aws.add(ANN.withPhone("+1555010100").with(factor));
        JsonObject challenge = signIn();

        assertThat(challenge.getString("ChallengeName")).isEqualTo(factor.name());
        assertThat(parameter(challenge, "CODE_DELIVERY_DELIVERY_MEDIUM")).isEqualTo(medium);
        assertThat(parameter(challenge, "CODE_DELIVERY_DESTINATION")).isEqualTo(destination);
        JsonObject tokens = answer(
                challenge, Map.of(factor + "_CODE", aws.lastMessageTo("ann").code()));
        assertThat(tokens).containsKey("AuthenticationResult");
    }

    @Test
    void theWrongCodeMayBeCorrectedTwice() throws Exception {
        aws.add(ANN.with(Factor.EMAIL_OTP));
        Map<String, String> wrong = Map.of("EMAIL_OTP_CODE", "x");
        JsonObject challenge = signIn();
        Map<String, String> right =
                Map.of("EMAIL_OTP_CODE", aws.lastMessageTo("ann").code());

        assertThat(PoolClient.error(answer(challenge, wrong))).isEqualTo("CodeMismatchException");
        assertThat(PoolClient.error(answer(challenge, wrong))).isEqualTo("CodeMismatchException");
        assertThat(answer(challenge, right)).containsKey("AuthenticationResult");
    }

    @Test
    void afterThreeWrongCodesTheSessionIsGone() throws Exception {
        aws.add(ANN.with(Factor.EMAIL_OTP));
        JsonObject challenge = signIn();
        for (int i = 0; i < 3; i++) {
            assertThat(PoolClient.error(answer(challenge, Map.of("EMAIL_OTP_CODE", "x"))))
                    .isEqualTo("CodeMismatchException");
        }

        assertGone(answer(
                challenge, Map.of("EMAIL_OTP_CODE", aws.lastMessageTo("ann").code())));
    }

    @Test
    void aSessionServesOnce() throws Exception {
        aws.add(ANN.with(Factor.EMAIL_OTP));
        JsonObject challenge = signIn();
        Map<String, String> right =
                Map.of("EMAIL_OTP_CODE", aws.lastMessageTo("ann").code());
        answer(challenge, right);

        assertGone(answer(challenge, right));
        assertGone(pool.respond("EMAIL_OTP", "x".repeat(900), with(right)));
    }

    @Test
    void aSessionExpires() throws Exception {
        aws.add(ANN.with(Factor.EMAIL_OTP));
        JsonObject challenge = signIn();
        clock.pass(Duration.ofMinutes(3));

        assertGone(answer(
                challenge, Map.of("EMAIL_OTP_CODE", aws.lastMessageTo("ann").code())));
    }

    @Test
    void aSessionIsOfItsUserAndItsChallenge() throws Exception {
        aws.add(ANN.with(Factor.EMAIL_OTP));
        String session = signIn().getString("Session");
        String code = aws.lastMessageTo("ann").code();

        assertThat(PoolClient.error(pool.respond("SMS_MFA", session, with(Map.of("SMS_MFA_CODE", code)))))
                .isEqualTo("InvalidParameterException");
        assertThat(PoolClient.error(
                        pool.respond("EMAIL_OTP", session, Map.of("USERNAME", "demo", "EMAIL_OTP_CODE", code))))
                .isEqualTo("NotAuthorizedException");
    }

    @Test
    void anAppsCodeSignsInOnce() throws Exception {
        aws.add(ANN.withTotp(SECRET));
        Map<String, String> code = Map.of("SOFTWARE_TOKEN_MFA_CODE", Totp.code(SECRET, clock.instant()));

        assertThat(answer(signIn(), code)).containsKey("AuthenticationResult");

        assertThat(PoolClient.error(answer(signIn(), code))).isEqualTo("ExpiredCodeException");
    }

    @ParameterizedTest
    @CsvSource({"-60, CodeMismatchException", "-30, none", "0, none", "30, none", "60, CodeMismatchException"})
    void anAppsClockMayBeAStepWrong(int seconds, String error) throws Exception {
        aws.add(ANN.withTotp(SECRET));
        String code = Totp.code(SECRET, clock.instant().plusSeconds(seconds));

        assertThat(PoolClient.error(answer(signIn(), Map.of("SOFTWARE_TOKEN_MFA_CODE", code))))
                .isEqualTo(error);
    }

    @Test
    void ofSeveralFactorsTheUserChooses() throws Exception {
        aws.add(ANN.withTotp(SECRET).with(Factor.EMAIL_OTP));
        JsonObject choice = signIn();

        assertThat(choice.getString("ChallengeName")).isEqualTo("SELECT_MFA_TYPE");
        assertThat(parameter(choice, "MFAS_CAN_CHOOSE")).isEqualTo("[\"SOFTWARE_TOKEN_MFA\",\"EMAIL_OTP\"]");
        assertThat(PoolClient.error(answer(choice, Map.of("ANSWER", "SMS_MFA"))))
                .isEqualTo("InvalidParameterException");
        JsonObject challenge = answer(choice, Map.of("ANSWER", "EMAIL_OTP"));
        assertThat(challenge.getString("Session")).isNotEqualTo(choice.getString("Session"));
        assertThat(answer(
                        challenge,
                        Map.of("EMAIL_OTP_CODE", aws.lastMessageTo("ann").code())))
                .containsKey("AuthenticationResult");
    }

    @Test
    void thePreferredFactorIsAskedForAlone() throws Exception {
        aws.add(ANN.withTotp(SECRET).with(Factor.EMAIL_OTP).preferring(Factor.SOFTWARE_TOKEN_MFA));

        assertThat(signIn().getString("ChallengeName")).isEqualTo("SOFTWARE_TOKEN_MFA");
    }

    @Test
    void aNewPasswordIsFollowedByTheSecondFactor() throws Exception {
        aws.add(ANN.withTotp(SECRET).withTemporaryPassword());

        assertThat(answer(signIn(), Map.of("NEW_PASSWORD", PoolClient.PASSWORD)).getString("ChallengeName"))
                .isEqualTo("SOFTWARE_TOKEN_MFA");
    }

    @Test
    void aDeletedUsersSessionIsGoodForNobodyOfThatName() throws Exception {
        aws.add(ANN.with(Factor.EMAIL_OTP));
        JsonObject challenge = signIn();
        String code = aws.lastMessageTo("ann").code();
        pool.withToken("DeleteUser", aws.signIn("ann").accessToken(), Map.of());
        pool.signUp("ann", "other@example.com");

        assertThat(PoolClient.error(answer(challenge, Map.of("EMAIL_OTP_CODE", code))))
                .isEqualTo("NotAuthorizedException");
    }

    private JsonObject signIn() throws Exception {
        return pool.signIn("ann", OLD);
    }

    private JsonObject getUser(JsonObject tokens) throws Exception {
        return pool.withToken("GetUser", PoolClient.accessToken(tokens), Map.of());
    }

    private JsonObject answer(JsonObject challenge, Map<String, String> responses) throws Exception {
        return pool.respond(challenge.getString("ChallengeName"), challenge.getString("Session"), with(responses));
    }

    private static Map<String, String> with(Map<String, String> responses) {
        Map<String, String> all = new HashMap<>(responses);
        all.put("USERNAME", "ann");
        return all;
    }

    private static String parameter(JsonObject challenge, String name) {
        return challenge.getJsonObject("ChallengeParameters").getString(name);
    }

    private static void assertGone(JsonObject answer) {
        assertThat(answer)
                .isEqualTo(PoolClient.texts(Map.of(
                                "__type",
                                "NotAuthorizedException",
                                "message",
                                "Invalid session for the user, session is expired."))
                        .build());
    }
}
