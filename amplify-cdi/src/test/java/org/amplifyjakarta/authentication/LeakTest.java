package org.amplifyjakarta.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.cognito.AuthAnswer;
import org.amplifyjakarta.cognito.ChallengeResponse;
import org.amplifyjakarta.cognito.CognitoFailures;
import org.amplifyjakarta.cognito.RefreshAnswer;
import org.amplifyjakarta.cognito.SoftwareToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing secret is said anywhere, whatever goes wrong. */
@Tag("S-22")
class LeakTest {

    private static final String CODE = "code-987654";
    private static final String TOTP = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    private static final List<String> SECRETS =
            List.of(Scene.PASSWORD, CODE, TOTP, Scene.SESSION, "refresh-of-alice", "eyJ", "alice@example.com");

    private final List<String> said = new ArrayList<>();

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            said.add(line.getMessage() + text(line.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Test
    void noLogNoExceptionAndNoTextOfAnObjectHoldsASecret() {
        Logger library = Logger.getLogger("org.amplifyjakarta");
        Level before = library.getLevel();
        library.setLevel(Level.ALL);
        library.addHandler(handler);
        try (Scene scene = new Scene()) {
            everythingFails(scene);
            everythingSucceeds(scene);
        } finally {
            library.removeHandler(handler);
            library.setLevel(before);
        }

        assertThat(said).isNotEmpty();
        for (String secret : SECRETS) {
            assertThat(said).noneMatch(text -> text.contains(secret));
        }
    }

    private void everythingFails(Scene scene) {
        for (String name : List.of("NotAuthorizedException", "CodeMismatchException", "UserNotConfirmedException")) {
            for (String operation : List.of(
                    "RespondToAuthChallenge",
                    "SignUp",
                    "ConfirmSignUp",
                    "ForgotPassword",
                    "ConfirmForgotPassword",
                    "ResendConfirmationCode")) {
                scene.cognito.answers(operation, call -> {
                    throw CognitoFailures.ending(name);
                });
            }
            AmplifyAuthentication authentication = scene.authentication();
            Secret password = Secret.of(Scene.PASSWORD);
            note(() -> authentication.signIn("alice@example.com", password));
            note(() -> authentication.signUp("alice@example.com", password, Map.of()));
            note(() -> authentication.confirmSignUp("alice@example.com", CODE));
            note(() -> authentication.resendSignUpCode("alice@example.com"));
            note(() -> authentication.resetPassword("alice@example.com"));
            note(() -> authentication.confirmResetPassword("alice@example.com", CODE, password));
        }
    }

    private void everythingSucceeds(Scene scene) {
        scene.provedAnswers(Scene.challenge("MFA_SETUP", "MFAS_CAN_SETUP", "[\"SOFTWARE_TOKEN_MFA\"]"));
        SoftwareToken made = new SoftwareToken(Secret.of(Scene.SESSION), Secret.of(TOTP));
        scene.cognito.answers("AssociateSoftwareToken", call -> made);
        said.add(made.toString());
        said.add(scene.signIn().toString());
        scene.cookies.setCookies().forEach(cookie -> said.add(cookie.toString()));
        scene.next();
        said.add(scene.authentication().pending().toString());
        scene.cognito.answers("VerifySoftwareToken", call -> "wrong");
        note(() -> scene.confirm(CODE));
        scene.cognito.answers("VerifySoftwareToken", call -> Secret.of(Scene.SESSION));
        AuthAnswer tokens = scene.tokens("alice");
        scene.cognito.answers("RespondToAuthChallenge", call -> tokens);
        said.add(tokens.toString());
        said.add(new AuthAnswer("X", Map.of("K", CODE), Secret.of(Scene.SESSION), new RefreshAnswer("eyJ", "eyJ", "r"))
                .toString());
        said.add(new ChallengeResponse("X", "alice@example.com", null, Map.of("K", CODE)).toString());
        said.add(scene.confirm(CODE).toString());
        scene.events.forEach(event -> said.add(event.toString()));
        scene.next();
        scene.cognito.answers("RevokeToken", call -> {
            throw CognitoFailures.network();
        });
        note(() -> scene.authentication().signOut());
    }

    private void note(Runnable call) {
        try {
            call.run();
        } catch (AmplifyException e) {
            said.add(text(e) + e.remedy() + e.name());
        }
    }

    private static String text(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
