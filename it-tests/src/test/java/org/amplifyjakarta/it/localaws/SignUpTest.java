package org.amplifyjakarta.it.localaws;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignUpTest {

    private final TestClock clock = new TestClock();
    private final LocalAws aws = LocalAws.start(0, clock);
    private final PoolClient pool = new PoolClient(aws);

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void aSignUpIsConfirmedByItsCodeAndThenSignsIn() throws Exception {
        JsonObject signedUp = pool.signUp("ann", "ann@example.com");

        assertThat(signedUp.getBoolean("UserConfirmed")).isFalse();
        assertThat(signedUp.getJsonObject("CodeDeliveryDetails"))
                .isEqualTo(Json.createObjectBuilder()
                        .add("AttributeName", "email")
                        .add("DeliveryMedium", "EMAIL")
                        .add("Destination", "a***@e***")
                        .build());
        assertThat(pool.confirm("ConfirmSignUp", "ann", aws.lastMessageTo("ann").code()))
                .isEmpty();
        JsonObject user =
                pool.withToken("GetUser", PoolClient.accessToken(pool.signIn("ann", PoolClient.PASSWORD)), Map.of());
        assertThat(user.getJsonArray("UserAttributes"))
                .containsExactlyInAnyOrderElementsOf(PoolClient.attributes(Map.of(
                                "sub",
                                signedUp.getString("UserSub"),
                                "email",
                                "ann@example.com",
                                "email_verified",
                                "true"))
                        .build());
    }

    @Test
    void theRightPasswordAloneTellsThatAUserIsUnconfirmed() throws Exception {
        pool.signUp("ann", "ann@example.com");

        assertThat(PoolClient.error(pool.signIn("ann", PoolClient.PASSWORD))).isEqualTo("UserNotConfirmedException");
        assertThat(pool.signIn("ann", "wrong")).isEqualTo(pool.signIn("nobody", "wrong"));
    }

    @ParameterizedTest
    @CsvSource({
        "demo, N3w-password, email, a@example.com, UsernameExistsException",
        "ann, N3w-password, name, Ann, InvalidParameterException",
        "ann, N3w-password, email, nowhere, InvalidParameterException",
        "ann, N3w-password, phone_number, 0123, InvalidParameterException",
        "ann, N3w-password, shoe_size, 43, InvalidParameterException",
        "ann, N3w-password, email_verified, true, NotAuthorizedException",
        "ann, Sh0rt-p, email, a@example.com, InvalidPasswordException",
        "ann, n3w-password, email, a@example.com, InvalidPasswordException",
        "ann, N3W-PASSWORD, email, a@example.com, InvalidPasswordException",
        "ann, New-password, email, a@example.com, InvalidPasswordException",
        "ann, N3wpassword, email, a@example.com, InvalidPasswordException",
        "a nn, N3w-password, email, a@example.com, InvalidParameterException"
    })
    void whatBreaksARuleIsRefused(String username, String password, String attribute, String value, String error)
            throws Exception {
        JsonObject answer = pool.call(
                "SignUp",
                PoolClient.client()
                        .add("Username", username)
                        .add("Password", password)
                        .add("UserAttributes", PoolClient.attributes(Map.of(attribute, value))));

        assertThat(PoolClient.error(answer)).isEqualTo(error);
        assertThat(aws.messages()).isEmpty();
    }

    @Test
    void aClientWithASecretSignsTheName() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(
                new SecretKeySpec(String.valueOf(AppClient.WITH_SECRET.secret()).getBytes("UTF-8"), "HmacSHA256"));
        String hash =
                Base64.getEncoder().encodeToString(mac.doFinal(("ann" + AppClient.WITH_SECRET.id()).getBytes("UTF-8")));

        assertThat(PoolClient.error(signUpWithSecret("ann", "wrong"))).isEqualTo("NotAuthorizedException");
        assertThat(PoolClient.error(signUpWithSecret("eve", hash))).isEqualTo("NotAuthorizedException");
        assertThat(signUpWithSecret("ann", hash)).containsKey("UserSub");
    }

    @Test
    void aCodeIsTriedFiveTimes() throws Exception {
        pool.signUp("ann", "ann@example.com");
        String code = aws.lastMessageTo("ann").code();

        for (int i = 0; i < 5; i++) {
            assertThat(PoolClient.error(pool.confirm("ConfirmSignUp", "ann", "x" + i)))
                    .isEqualTo("CodeMismatchException");
        }

        assertThat(PoolClient.error(pool.confirm("ConfirmSignUp", "ann", code)))
                .isEqualTo("TooManyFailedAttemptsException");
        assertThat(PoolClient.error(pool.named("ResendConfirmationCode", "ann")))
                .isEqualTo("LimitExceededException");
        clock.pass(Duration.ofMinutes(15));
        assertThat(PoolClient.error(pool.confirm("ConfirmSignUp", "ann", code))).isEqualTo("ExpiredCodeException");
        pool.named("ResendConfirmationCode", "ann");
        assertThat(pool.confirm("ConfirmSignUp", "ann", aws.lastMessageTo("ann").code()))
                .isEmpty();
    }

    @Test
    void aCodeExpiresAfterADay() throws Exception {
        pool.signUp("ann", "ann@example.com");
        clock.pass(Duration.ofDays(1));

        assertThat(PoolClient.error(pool.confirm(
                        "ConfirmSignUp", "ann", aws.lastMessageTo("ann").code())))
                .isEqualTo("ExpiredCodeException");
    }

    @Test
    void aNewCodeReplacesTheFirst() throws Exception {
        pool.signUp("ann", "ann@example.com");
        String first = aws.lastMessageTo("ann").code();
        do {
            pool.named("ResendConfirmationCode", "ann");
        } while (aws.lastMessageTo("ann").code().equals(first));

        assertThat(PoolClient.error(pool.confirm("ConfirmSignUp", "ann", first)))
                .isEqualTo("CodeMismatchException");
    }

    @Test
    void whoIsConfirmedIsNotConfirmedAgain() throws Exception {
        assertThat(pool.confirm("ConfirmSignUp", "demo", "123456").getString("message"))
                .isEqualTo("User cannot be confirmed. Current status is CONFIRMED");
        assertThat(pool.named("ResendConfirmationCode", "demo").getString("message"))
                .isEqualTo("User is already confirmed.");
    }

    @Test
    void nobodyIsSentACodeInAppearanceAlone() throws Exception {
        JsonObject answer = pool.named("ResendConfirmationCode", "nobody@example.com");

        assertThat(answer.getJsonObject("CodeDeliveryDetails").getString("Destination"))
                .isEqualTo("n***@e***");
        assertThat(PoolClient.error(pool.confirm("ConfirmSignUp", "nobody@example.com", "x")))
                .isEqualTo("CodeMismatchException");
        assertThat(aws.messages()).isEmpty();
    }

    private JsonObject signUpWithSecret(String username, String hash) throws Exception {
        return pool.call(
                "SignUp",
                Json.createObjectBuilder()
                        .add("ClientId", AppClient.WITH_SECRET.id())
                        .add("SecretHash", hash)
                        .add("Username", username)
                        .add("Password", PoolClient.PASSWORD)
                        .add("UserAttributes", PoolClient.attributes(Map.of("email", "ann@example.com"))));
    }
}
