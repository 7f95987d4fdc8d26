package org.amplifyjakarta.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.amplifyjakarta.AmplifyException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

    @ParameterizedTest
    @CsvSource({
        "LimitExceededException, 429",
        "TooManyRequestsException, 429",
        "TooManyFailedAttemptsException, 429",
        "CodeMismatchException, 400",
        "ExpiredCodeException, 400",
        "InvalidPasswordException, 400",
        "UsernameExistsException, 400",
        "NotAuthorizedException, 401",
        "SignInException, 500"
    })
    @Tag("S-18")
    void whatCognitoSaysOfAUserIsNoFaultOfTheServers(String name, int status) {
        Refusal refusal = Refusal.of(new AmplifyException(name, "message with a name", "", null));

        assertThat(refusal.problem().status()).isEqualTo(status);
        assertThat(refusal.problem().error()).isEqualTo(name);
        assertThat(refusal.problem().detail()).doesNotContain("message");
        assertThat(refusal.isForGuest()).isEqualTo(status == 401);
    }
}
