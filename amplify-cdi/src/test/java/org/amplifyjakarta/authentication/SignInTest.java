package org.amplifyjakarta.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.cookie.SetCookie;
import org.amplifyjakarta.token.SessionEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a password to a session. */
class SignInTest {

    private static final String PREFIX = "CognitoIdentityServiceProvider.testclient00000000000000001.";

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aRightPasswordBeginsASessionThatAmplifyJsGoesOnWith() {
        NextStep next = scene.signIn();

        assertThat(next).isEqualTo(new NextStep.Done());
        assertThat(scene.cookies.setCookies())
                .extracting(SetCookie::name)
                .containsExactly(
                        PREFIX + "LastAuthUser",
                        PREFIX + "alice.accessToken",
                        PREFIX + "alice.idToken",
                        PREFIX + "alice.refreshToken",
                        PREFIX + "alice.signInDetails",
                        PREFIX + "alice.clockDrift");
        assertThat(scene.cookies.get(PREFIX + "alice.signInDetails"))
                .hasValue("{\"loginId\":\"alice\",\"authFlowType\":\"USER_SRP_AUTH\"}");
        assertThat(scene.events).containsExactly(new SessionEvent.SignedIn("sub-of-alice", null));
    }

    @Test
    void theSameRequestAndTheNextSeeTheUser() {
        assertThat(scene.context().tokens().tokens()).isEmpty();

        scene.signIn();

        assertThat(scene.context().auth().getCurrentUser().username()).isEqualTo("alice");
        scene.next();
        assertThat(scene.context().auth().getCurrentUser().userId()).isEqualTo("sub-of-alice");
    }

    @Test
    void aCodeIsAskedForAndTakenInTheNextRequest() {
        scene.provedAnswers(Scene.challenge("SOFTWARE_TOKEN_MFA"));
        assertThat(scene.signIn()).isEqualTo(new NextStep.ConfirmCode(Factor.TOTP, null));
        scene.next();
        assertThat(scene.authentication().pending()).hasValue(new NextStep.ConfirmCode(Factor.TOTP, null));
        scene.cognito.answers("RespondToAuthChallenge", call -> scene.tokens("alice"));

        NextStep next = scene.confirm("123456");

        assertThat(next).isEqualTo(new NextStep.Done());
        assertThat(scene.cognito.last().parameters())
                .isEqualTo(Map.of(
                        "challenge",
                        "SOFTWARE_TOKEN_MFA",
                        "session",
                        Scene.SESSION + "SOFTWARE_TOKEN_MFA",
                        "USERNAME",
                        "alice",
                        "SOFTWARE_TOKEN_MFA_CODE",
                        "123456"));
        assertThat(scene.authentication().pending()).isEmpty();
        scene.next();
        assertThat(scene.authentication().pending()).isEmpty();
        assertThat(scene.context().tokens().tokens()).isPresent();
    }

    @Test
    void aWrongPasswordSignsNobodyIn() {
        AmplifyException thrown = catchThrowableOfType(
                AmplifyException.class, () -> scene.authentication().signIn("alice", Secret.of("wrong")));

        assertThat(thrown.name()).isEqualTo("NotAuthorizedException");
        assertThat(scene.cookies.setCookies()).isEmpty();
        assertThat(scene.events).containsExactly(new SessionEvent.SignInFailed("NotAuthorizedException"));
    }

    @Test
    void afterSignOutTheSameRequestAndTheNextSeeNobody() {
        scene.signIn();
        scene.next();
        scene.cognito.answers("RevokeToken", call -> "");

        scene.authentication().signOut();

        assertThat(scene.context().tokens().tokens()).isEmpty();
        assertThat(scene.cognito.last().parameters()).isEqualTo(Map.of("token", "refresh-of-alice"));
        assertThat(scene.events).endsWith(new SessionEvent.SignedOut("sub-of-alice", true));
        scene.next();
        assertThat(scene.header()).isEmpty();
        assertThat(scene.context().tokens().tokens()).isEmpty();
    }
}
