package org.amplifyjakarta.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.cognito.CognitoFailures;
import org.amplifyjakarta.cognito.Delivery;
import org.amplifyjakarta.cognito.ScriptedAuthenticationClient.Call;
import org.amplifyjakarta.cognito.SignUpAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New users, and who forgot a password. */
class AccountsTest {

    private static final CodeDelivery SENT = new CodeDelivery("EMAIL", "b***@e***");
    private static final CodeDelivery SIMULATED = new CodeDelivery("EMAIL", null);

    private final Scene scene = new Scene();
    private final AmplifyAuthentication authentication = scene.authentication();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aNewUserConfirmsByACode() {
        scene.cognito.answers("SignUp", call -> new SignUpAnswer(false, new Delivery("EMAIL", "b***@e***")));
        scene.cognito.answers("ConfirmSignUp", call -> "");

        NextStep next = authentication.signUp("bob", Secret.of("P4ss"), Map.of("email", "bob@example.com"));

        assertThat(next).isEqualTo(new NextStep.ConfirmSignUp("bob", SENT));
        assertThat(scene.cognito.last().parameters())
                .isEqualTo(Map.of("USERNAME", "bob", "password", "P4ss", "email", "bob@example.com"));
        scene.next();
        assertThat(authentication.pending()).hasValue(next);
        authentication.confirmSignUp("bob", "123456");
        assertThat(scene.cognito.last())
                .isEqualTo(new Call("ConfirmSignUp", Map.of("USERNAME", "bob", "code", "123456")));
        scene.next();
        assertThat(scene.header()).isEmpty();
    }

    @Test
    void aNewUserWhomNobodyHasToConfirmIsDone() {
        scene.cognito.answers("SignUp", call -> new SignUpAnswer(true, null));

        assertThat(authentication.signUp("bob", Secret.of("P4ss"), Map.of())).isEqualTo(new NextStep.Done());
        assertThat(authentication.pending()).isEmpty();
    }

    @Test
    void whatIsPendingForOneUserOutlivesTheCodeOfAnother() {
        scene.cognito.answers("SignUp", call -> new SignUpAnswer(false, null));
        scene.cognito.answers("ConfirmSignUp", call -> "");
        authentication.signUp("bob", Secret.of("P4ss"), Map.of());

        authentication.confirmSignUp("carol", "1");

        assertThat(authentication.pending()).hasValue(new NextStep.ConfirmSignUp("bob", null));
    }

    @Test
    void aCodeThatIsSentAgainIsWhatIsPending() {
        scene.cognito.answers("SignUp", call -> new SignUpAnswer(false, null));
        scene.cognito.answers("ResendConfirmationCode", call -> new Delivery("EMAIL", "b***@e***"));
        authentication.signUp("bob", Secret.of("P4ss"), Map.of());

        assertThat(authentication.resendSignUpCode("bob")).isEqualTo(SENT);
        assertThat(authentication.pending()).hasValue(new NextStep.ConfirmSignUp("bob", SENT));
    }

    @Test
    void aForgottenPasswordIsResetByACode() {
        scene.cognito.answers("ForgotPassword", call -> new Delivery("EMAIL", "b***@e***"));
        scene.cognito.answers("ConfirmForgotPassword", call -> "");

        NextStep next = authentication.resetPassword("bob");

        assertThat(next).isEqualTo(new NextStep.ConfirmResetPassword("bob", SENT));
        scene.next();
        assertThat(authentication.pending()).hasValue(next);
        authentication.confirmResetPassword("bob", "123456", Secret.of("N3w!"));
        assertThat(scene.cognito.last().parameters())
                .isEqualTo(Map.of("USERNAME", "bob", "code", "123456", "password", "N3w!"));
        assertThat(authentication.pending()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UserNotFoundException, User does not exist.",
        "InvalidParameterException, Cannot reset password for the user as there is no registered/verified email or phone_number",
        "InvalidParameterException, User is already confirmed.",
        "NotAuthorizedException, User password cannot be reset in the current state."
    })
    @Tag("S-18")
    void whomNothingCanBeSentToHearsWhatOthersHear(String name, String message) {
        for (String operation : new String[] {"ForgotPassword", "ResendConfirmationCode"}) {
            scene.cognito.answers(operation, call -> {
                throw CognitoFailures.saying(name, message);
            });
        }

        assertThat(authentication.resendSignUpCode("bob")).isEqualTo(SIMULATED);
        assertThat(authentication.resetPassword("bob")).isEqualTo(new NextStep.ConfirmResetPassword("bob", SIMULATED));
        assertThat(authentication.pending()).isPresent();
    }

    @Test
    void otherInvalidParametersAreTold() {
        scene.cognito.answers("ForgotPassword", call -> {
            throw CognitoFailures.saying("InvalidParameterException", "1 validation error detected");
        });

        assertThat(catchThrowableOfType(AmplifyException.class, () -> authentication.resetPassword("bob"))
                        .name())
                .isEqualTo("InvalidParameterException");
    }

    @Test
    @Tag("S-18")
    void theCodeOfAUserWhoDoesNotExistIsAsWrongAsAnyOther() {
        AmplifyException[] thrown = new AmplifyException[2];
        String[] names = {"UserNotFoundException", "CodeMismatchException"};
        for (int i = 0; i < names.length; i++) {
            String name = names[i];
            for (String operation : new String[] {"ConfirmSignUp", "ConfirmForgotPassword"}) {
                scene.cognito.answers(operation, call -> {
                    throw CognitoFailures.ending(name);
                });
            }
            thrown[i] = catchThrowableOfType(AmplifyException.class, () -> authentication.confirmSignUp("bob", "1"));
            AmplifyException other = catchThrowableOfType(
                    AmplifyException.class, () -> authentication.confirmResetPassword("bob", "1", Secret.of("N3w!")));
            assertThat(other).hasMessage(thrown[i].getMessage());
        }

        assertThat(thrown[0].name()).isEqualTo(thrown[1].name()).isEqualTo("CodeMismatchException");
        assertThat(thrown[0]).hasMessage(thrown[1].getMessage()).hasNoCause();
    }

    @ParameterizedTest
    @CsvSource({
        "UsernameExistsException",
        "InvalidPasswordException",
        "LimitExceededException",
        "TooManyFailedAttemptsException"
    })
    void whatCognitoRefusesHasItsName(String name) {
        scene.cognito.answers("SignUp", call -> {
            throw CognitoFailures.ending(name);
        });

        AmplifyException thrown = catchThrowableOfType(
                AmplifyException.class, () -> authentication.signUp("bob", Secret.of("P4ss"), Map.of()));

        assertThat(thrown.name()).isEqualTo(name);
        assertThat(authentication.pending()).isEmpty();
    }

    @Test
    void whereCognitoDoesNotAnswerTheSameMayBeTriedAgain() {
        scene.cognito.answers("SignUp", call -> {
            throw CognitoFailures.network();
        });

        assertThat(catchThrowableOfType(
                        AmplifyException.class, () -> authentication.signUp("bob", Secret.of("P4ss"), Map.of())))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void nothingEmptyIsSentToCognito() {
        Map<String, Runnable> calls = Map.of(
                "EmptySignUpUsername", () -> authentication.signUp("", Secret.of("p"), Map.of()),
                "EmptySignUpPassword", () -> authentication.signUp("bob", Secret.of(""), Map.of()),
                "EmptyConfirmSignUpUsername", () -> authentication.confirmSignUp("", "1"),
                "EmptyConfirmSignUpCode", () -> authentication.confirmSignUp("bob", ""),
                "EmptyResendSignUpCodeUsername", () -> authentication.resendSignUpCode(""),
                "EmptyResetPasswordUsername", () -> authentication.resetPassword(""),
                "EmptyConfirmResetPasswordUsername", () -> authentication.confirmResetPassword("", "1", Secret.of("p")),
                "EmptyConfirmResetPasswordConfirmationCode",
                        () -> authentication.confirmResetPassword("bob", "", Secret.of("p")),
                "EmptyConfirmResetPasswordNewPassword",
                        () -> authentication.confirmResetPassword("bob", "1", Secret.of("")));

        calls.forEach((name, call) -> assertThat(
                        catchThrowableOfType(AmplifyException.class, call::run).name())
                .isEqualTo(name));
        assertThat(scene.cognito.calls()).isEmpty();
    }
}
