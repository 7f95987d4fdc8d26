package org.amplifyjakarta.it.localaws;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.it.localaws.PoolSettings.Mfa;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MfaSetupTest {

    private static final String OLD = "Passw0rd!";

    private final TestClock clock = new TestClock();
    private final LocalAws aws = LocalAws.start(0, clock);
    private final PoolClient pool = new PoolClient(aws);

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void whoHasNoFactorSetsAnAppUpWhereOneIsRequired() throws Exception {
        require(List.of(Factor.SOFTWARE_TOKEN_MFA));
        JsonObject challenge = signIn();
        assertThat(challenge.getString("ChallengeName")).isEqualTo("MFA_SETUP");
        assertThat(canSetUp(challenge)).isEqualTo("[\"SOFTWARE_TOKEN_MFA\"]");

        JsonObject associated = withSession("AssociateSoftwareToken", challenge, Map.of());
        String secret = associated.getString("SecretCode");
        JsonObject verified = withSession("VerifySoftwareToken", associated, Map.of("UserCode", code(secret)));
        JsonObject tokens = answer(verified, Map.of());

        assertThat(getUser(tokens).getString("PreferredMfaSetting")).isEqualTo("SOFTWARE_TOKEN_MFA");
        JsonObject next = signIn();
        assertThat(next.getString("ChallengeName")).isEqualTo("SOFTWARE_TOKEN_MFA");
        clock.pass(Duration.ofSeconds(30));
        assertThat(pool.respond(
                        "SOFTWARE_TOKEN_MFA",
                        next.getString("Session"),
                        Map.of("USERNAME", "ann", "SOFTWARE_TOKEN_MFA_CODE", code(secret))))
                .containsKey("AuthenticationResult");
    }

    @Test
    void withoutTheRightCodeNoAppIsSetUp() throws Exception {
        require(List.of(Factor.SOFTWARE_TOKEN_MFA));
        JsonObject challenge = signIn();

        assertThat(PoolClient.error(answer(challenge, Map.of()))).isEqualTo("InvalidParameterException");
        assertThat(PoolClient.error(withSession("VerifySoftwareToken", challenge, Map.of("UserCode", "123456"))))
                .isEqualTo("SoftwareTokenMFANotFoundException");
        JsonObject associated = withSession("AssociateSoftwareToken", challenge, Map.of());
        assertThat(PoolClient.error(withSession("AssociateSoftwareToken", challenge, Map.of())))
                .isEqualTo("NotAuthorizedException");
        assertThat(PoolClient.error(answer(associated, Map.of()))).isEqualTo("InvalidParameterException");
        for (int i = 0; i < 3; i++) {
            assertThat(PoolClient.error(withSession("VerifySoftwareToken", associated, Map.of("UserCode", "x"))))
                    .isEqualTo("EnableSoftwareTokenMFAException");
        }
        assertThat(PoolClient.error(withSession("VerifySoftwareToken", associated, Map.of("UserCode", "x"))))
                .isEqualTo("NotAuthorizedException");
    }

    @Test
    void theSessionOfAnotherChallengeSetsNothingUp() throws Exception {
        aws.add(LocalUser.of("ann", OLD).with(Factor.EMAIL_OTP));
        JsonObject challenge = signIn();

        assertThat(PoolClient.error(withSession("AssociateSoftwareToken", challenge, Map.of())))
                .isEqualTo("InvalidParameterException");
    }

    @Test
    void anEmailAddressIsSetUpByACode() throws Exception {
        require(List.of(Factor.SOFTWARE_TOKEN_MFA, Factor.EMAIL_OTP));
        JsonObject setUp = signIn();
        assertThat(canSetUp(setUp)).isEqualTo("[\"SOFTWARE_TOKEN_MFA\",\"EMAIL_OTP\"]");

        JsonObject challenge = answer(setUp, Map.of("EMAIL", "new@example.com"));
        assertThat(challenge.getString("ChallengeName")).isEqualTo("EMAIL_OTP");
        assertThat(aws.lastMessageTo("ann").to()).isEqualTo("new@example.com");
        JsonObject user = getUser(pool.respond(
                "EMAIL_OTP",
                challenge.getString("Session"),
                Map.of(
                        "USERNAME",
                        "ann",
                        "EMAIL_OTP_CODE",
                        aws.lastMessageTo("ann").code())));

        assertThat(user.getJsonArray("UserMFASettingList")).hasToString("[\"EMAIL_OTP\"]");
        assertThat(user.getJsonArray("UserAttributes"))
                .contains(PoolClient.attributes(Map.of("email", "new@example.com"))
                        .build()
                        .get(0));
    }

    @Test
    void anEmailAddressIsNotSetUpWhereThePoolDoesNotWantIt() throws Exception {
        require(List.of(Factor.SOFTWARE_TOKEN_MFA));

        assertThat(PoolClient.error(answer(signIn(), Map.of("EMAIL", "new@example.com"))))
                .isEqualTo("InvalidParameterException");
        assertThat(aws.messages()).isEmpty();
    }

    @Test
    void whoIsSignedInSetsAnAppUpAndSwitchesItOnAndOff() throws Exception {
        aws.add(LocalUser.of("ann", OLD));
        String token = PoolClient.accessToken(signIn());
        String secret =
                pool.withToken("AssociateSoftwareToken", token, Map.of()).getString("SecretCode");

        assertThat(PoolClient.error(pool.withToken("VerifySoftwareToken", token, Map.of("UserCode", "x"))))
                .isEqualTo("EnableSoftwareTokenMFAException");
        assertThat(PoolClient.error(prefer(token, "SoftwareTokenMfaSettings", true)))
                .isEqualTo("InvalidParameterException");
        pool.withToken("VerifySoftwareToken", token, Map.of("UserCode", code(secret)));
        assertThat(signIn()).containsKey("AuthenticationResult");
        assertThat(prefer(token, "SoftwareTokenMfaSettings", true)).isEmpty();
        assertThat(signIn().getString("ChallengeName")).isEqualTo("SOFTWARE_TOKEN_MFA");
        assertThat(prefer(token, "SoftwareTokenMfaSettings", false)).isEmpty();
        assertThat(signIn()).containsKey("AuthenticationResult");
    }

    @Test
    void aFactorNeedsWhatItIsSentTo() throws Exception {
        aws.add(LocalUser.of("ann", OLD));
        String token = PoolClient.accessToken(signIn());

        assertThat(prefer(token, "SMSMfaSettings", true).getString("message"))
                .isEqualTo("User does not have delivery config set to turn on SMS_MFA");
        assertThat(prefer(token, "EmailMfaSettings", true)).isEmpty();
        assertThat(pool.withToken("GetUser", token, Map.of()).getString("PreferredMfaSetting"))
                .isEqualTo("EMAIL_OTP");
    }

    @Test
    void oneFactorAtMostIsPreferred() throws Exception {
        aws.add(LocalUser.of("ann", OLD).withPhone("+1555010100"));
        JsonObjectBuilder both = Json.createObjectBuilder()
                .add("AccessToken", PoolClient.accessToken(signIn()))
                .add("SMSMfaSettings", preferred(true))
                .add("EmailMfaSettings", preferred(true));

        assertThat(PoolClient.error(pool.call("SetUserMFAPreference", both))).isEqualTo("InvalidParameterException");
    }

    @Test
    void whoIsDeletedIsGone() throws Exception {
        String token = PoolClient.accessToken(pool.signIn("demo", OLD));

        assertThat(pool.withToken("DeleteUser", token, Map.of())).isEmpty();

        assertThat(PoolClient.error(pool.withToken("GetUser", token, Map.of()))).isEqualTo("NotAuthorizedException");
        assertThat(pool.signIn("demo", OLD)).isEqualTo(pool.signIn("nobody", OLD));
        assertThat(pool.signUp("demo", "demo@example.com")).containsKey("UserSub");
        assertThat(aws.calls()).containsEntry("DeleteUser", 1).containsEntry("SignUp", 1);
    }

    @Test
    void noFactorIsAskedForWhereThePoolHasNone() throws Exception {
        aws.change(settings -> settings.withPool(all -> all.withMfa(Mfa.OFF)));
        aws.add(LocalUser.of("ann", OLD).with(Factor.EMAIL_OTP));

        assertThat(signIn()).containsKey("AuthenticationResult");
    }

    private void require(List<Factor> factors) {
        aws.change(settings -> settings.withPool(all -> all.withMfa(Mfa.ON).withMfaSetup(factors)));
        aws.add(LocalUser.of("ann", OLD));
    }

    private JsonObject signIn() throws Exception {
        return pool.signIn("ann", OLD);
    }

    private JsonObject getUser(JsonObject tokens) throws Exception {
        return pool.withToken("GetUser", PoolClient.accessToken(tokens), Map.of());
    }

    private JsonObject prefer(String token, String factor, boolean on) throws Exception {
        return pool.call(
                "SetUserMFAPreference",
                Json.createObjectBuilder().add("AccessToken", token).add(factor, preferred(on)));
    }

    private static JsonObjectBuilder preferred(boolean on) {
        return Json.createObjectBuilder().add("Enabled", on).add("PreferredMfa", on);
    }

    private JsonObject answer(JsonObject before, Map<String, String> responses) throws Exception {
        Map<String, String> all = new HashMap<>(responses);
        all.put("USERNAME", "ann");
        return pool.respond("MFA_SETUP", before.getString("Session"), all);
    }

    private JsonObject withSession(String operation, JsonObject before, Map<String, String> more) throws Exception {
        return pool.call(operation, PoolClient.texts(more).add("Session", before.getString("Session")));
    }

    private String code(String secret) {
        return Totp.code(secret, clock.instant());
    }

    private static String canSetUp(JsonObject challenge) {
        return challenge.getJsonObject("ChallengeParameters").getString("MFAS_CAN_SETUP");
    }
}
