package org.amplifyjakarta.it.localaws;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.it.localaws.PoolSettings.Mfa;
import org.amplifyjakarta.it.support.NodeModules;
import org.junit.jupiter.api.Test;

class AmplifyJsLifeTest {

    private static final String PASSWORD = PoolClient.PASSWORD;

    @Test
    void theRealAmplifyJsTakesAUserFromTheSignUpToTheEnd() throws Exception {
        NodeModules node = NodeModules.orSkip();
        TestClock clock = new TestClock();
        String user = PoolClient.texts(Map.of(
                        "username", "ann",
                        "email", "ann@example.com",
                        "password", PASSWORD,
                        "newPassword", "0ther-Password"))
                .add("totpStep", clock.instant().getEpochSecond() / 30)
                .build()
                .toString();

        try (LocalAws aws = LocalAws.start(0, clock)) {
            aws.change(settings -> settings.withPool(pool -> pool.withMfa(Mfa.ON)));
            JsonObject told = Json.createReader(new StringReader(node.run("amplify-life.mjs", user, aws.url())))
                    .readObject();

            assertThat(told.getJsonArray("steps").getValuesAs(JsonString::getString))
                    .containsExactly(
                            "CONFIRM_SIGN_UP",
                            "CONFIRM_SIGN_UP",
                            "DONE",
                            "CONTINUE_SIGN_IN_WITH_TOTP_SETUP",
                            "DONE",
                            "CONFIRM_RESET_PASSWORD_WITH_CODE",
                            "CONFIRM_SIGN_IN_WITH_TOTP_CODE",
                            "DONE");
            assertThat(told.getString("wrongCode")).isEqualTo("CodeMismatchException");
            assertThat(told.getString("destination")).isEqualTo("a***@e***");
            assertThat(told.getString("wrongTotp")).isEqualTo("EnableSoftwareTokenMFAException");
            assertThat(told.getJsonObject("preference")).hasToString("{\"preferred\":\"TOTP\",\"enabled\":[\"TOTP\"]}");
            assertThat(told.getJsonObject("attributes").getString("email_verified"))
                    .isEqualTo("true");
            assertThat(told.getString("oldPassword")).isEqualTo("NotAuthorizedException");
            assertThat(told.getString("usedTotp")).isEqualTo("ExpiredCodeException");
            assertThat(told.getString("deleted")).isEqualTo("NotAuthorizedException");
        }
    }

    @Test
    void theRealAmplifyJsAnswersEachChallenge() throws Exception {
        NodeModules node = NodeModules.orSkip();
        LocalUser ann = LocalUser.of("ann", PASSWORD).withPhone("+1555010100").with(Factor.SMS_MFA);

        try (LocalAws aws = LocalAws.start(0, new TestClock())) {
            aws.change(settings -> settings.withPool(
                    pool -> pool.withMfa(Mfa.ON).withMfaSetup(List.of(Factor.SOFTWARE_TOKEN_MFA, Factor.EMAIL_OTP))));
            aws.add(ann.withTemporaryPassword().withoutAttribute("email"));
            assertThat(answer(node, aws, "ann", "0ther-Password", "CODE"))
                    .containsExactly(
                            "CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED email",
                            "CONFIRM_SIGN_IN_WITH_SMS_CODE +******0100",
                            "DONE");
            aws.add(ann.with(Factor.EMAIL_OTP));
            assertThat(answer(node, aws, "ann", "EMAIL", "CODE"))
                    .containsExactly(
                            "CONTINUE_SIGN_IN_WITH_MFA_SELECTION SMS,EMAIL",
                            "CONFIRM_SIGN_IN_WITH_EMAIL_CODE a***@e***",
                            "DONE");
            aws.add(LocalUser.of("bob", PASSWORD));
            assertThat(answer(node, aws, "bob", "EMAIL", "new@example.com", "CODE"))
                    .containsExactly(
                            "CONTINUE_SIGN_IN_WITH_MFA_SETUP_SELECTION TOTP,EMAIL",
                            "CONTINUE_SIGN_IN_WITH_EMAIL_SETUP",
                            "CONFIRM_SIGN_IN_WITH_EMAIL_CODE n***@e***",
                            "DONE");
            aws.add(LocalUser.of("eve", PASSWORD).withPasswordToReset());
            assertThat(answer(node, aws, "eve")).containsExactly("RESET_PASSWORD");
        }
    }

    private static List<String> answer(NodeModules node, LocalAws aws, String username, String... answers)
            throws Exception {
        String input = Json.createObjectBuilder()
                .add("username", username)
                .add("password", PASSWORD)
                .add("answers", Json.createArrayBuilder(List.of(answers)))
                .build()
                .toString();
        return Json.createReader(new StringReader(node.run("amplify-challenges.mjs", input, aws.url())))
                .readArray()
                .getValuesAs(JsonString::getString);
    }
}
