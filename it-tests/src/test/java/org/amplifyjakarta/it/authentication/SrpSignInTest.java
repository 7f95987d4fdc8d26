package org.amplifyjakarta.it.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.authentication.AmplifyAuthentication;
import org.amplifyjakarta.authentication.NextStep;
import org.amplifyjakarta.authentication.UserPoolAuthentication;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings.Fail;
import org.amplifyjakarta.it.support.LocalSession;
import org.amplifyjakarta.token.SessionEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password is proved over the wire, by the AWS SDK, to a server that has the verifier. */
class SrpSignInTest {

    private final LocalAws aws = LocalAws.start(0);
    private final LocalSession session = LocalSession.openForGuest(aws);
    private final List<SessionEvent> events = new ArrayList<>();
    private final AmplifyAuthentication authentication = new UserPoolAuthentication(
            session::context, session.pools().userPools(), InstantSource.system(), events::add);

    @AfterEach
    void close() {
        session.close();
        aws.close();
    }

    @Test
    void theRightPasswordSignsInAndOut() {
        assertThat(authentication.signIn("demo", Secret.of("Passw0rd!"))).isEqualTo(new NextStep.Done());
        assertThat(session.context().auth().getCurrentUser().username()).isEqualTo("demo");
        assertThat(session.context().auth().fetchUserAttributes()).containsKey("email");

        authentication.signOut();

        assertThat(session.context().tokens().tokens()).isEmpty();
        assertThat(events).hasSize(2).last().isInstanceOfSatisfying(SessionEvent.SignedOut.class, out -> assertThat(
                        out.revoked())
                .isTrue());
    }

    /** A pool that does not prevent user existence errors tells who exists: this library does not, nor by asking less. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Tag("S-18")
    void aWrongPasswordAndAUserWhoDoesNotExistAreTheSame(boolean told) {
        AmplifyException wrong = catchThrowableOfType(
                AmplifyException.class, () -> authentication.signIn("demo", Secret.of("Passw0rd")));
        Map<String, Integer> callsOfWrong = callsOfSignIn();
        aws.forgetCalls();
        if (told) {
            aws.change(settings -> settings.withFail(new Fail("InitiateAuth", 400, "UserNotFoundException", 1)));
        }
        AmplifyException nobody = catchThrowableOfType(
                AmplifyException.class, () -> authentication.signIn("nobody", Secret.of("Passw0rd!")));

        assertThat(wrong.name()).isEqualTo("NotAuthorizedException");
        assertThat(nobody.name()).isEqualTo(wrong.name());
        assertThat(nobody).hasMessage(wrong.getMessage());
        assertThat(callsOfSignIn())
                .isEqualTo(callsOfWrong)
                .isEqualTo(Map.of("InitiateAuth", 1, "RespondToAuthChallenge", 1));
        assertThat(session.context().tokens().tokens()).isEmpty();
    }

    /** Without the keys, which are fetched beside it. */
    private Map<String, Integer> callsOfSignIn() {
        Map<String, Integer> calls = new HashMap<>(aws.calls());
        calls.remove("jwks");
        return calls;
    }
}
