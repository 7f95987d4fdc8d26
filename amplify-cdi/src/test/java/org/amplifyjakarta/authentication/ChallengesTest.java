package org.amplifyjakarta.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.cognito.AuthAnswer;
import org.amplifyjakarta.cognito.CognitoException;
import org.amplifyjakarta.cognito.CognitoFailures;
import org.amplifyjakarta.cognito.Delivery;
import org.amplifyjakarta.cognito.ScriptedAuthenticationClient.Call;
import org.amplifyjakarta.cognito.SoftwareToken;
import org.amplifyjakarta.token.SessionEvent;
import org.amplifyjakarta.token.SignInDetails;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user pool may want besides the password. */
class ChallengesTest {

    private static final String TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @CsvSource({"SMS_MFA,SMS,SMS_MFA_CODE", "EMAIL_OTP,EMAIL,EMAIL_OTP_CODE"})
    void aCodeThatWasSentIsAskedFor(String challenge, Factor factor, String parameter) {
        NextStep expected = new NextStep.ConfirmCode(factor, new CodeDelivery("M", "d***@e***"));
        scene.provedAnswers(Scene.challenge(
                challenge, "CODE_DELIVERY_DELIVERY_MEDIUM", "M", "CODE_DELIVERY_DESTINATION", "d***@e***"));

        assertThat(scene.signIn()).isEqualTo(expected);
        scene.next();
        assertThat(scene.authentication().pending()).hasValue(expected);
        assertThat(finish("123456").parameters())
                .containsEntry(parameter, "123456")
                .containsEntry("session", Scene.SESSION + challenge)
                .containsEntry("USERNAME", "alice");
    }

    @Test
    void anAnswerNamesTheUserAsTheFirstChallengeDid() {
        scene.provedAnswers(Scene.challenge("SOFTWARE_TOKEN_MFA"));
        scene.authentication().signIn("alice@example.com", Secret.of(Scene.PASSWORD));
        scene.next();

        assertThat(finish("1").parameters()).containsEntry("USERNAME", "alice");
        assertThat(scene.context().tokens().tokens().orElseThrow().signInDetails())
                .hasValue(new SignInDetails("alice@example.com", "USER_SRP_AUTH"));
    }

    @Test
    void aNewPasswordIsSetWithTheAttributesThatAreMissing() {
        scene.provedAnswers(Scene.challenge(
                "NEW_PASSWORD_REQUIRED",
                "requiredAttributes",
                "[\"userAttributes.name\",\"userAttributes.custom:team\"]",
                "userAttributes",
                "{\"email\":\"alice@example.com\"}"));

        assertThat(scene.signIn()).isEqualTo(new NextStep.NewPassword(List.of("name", "custom:team")));
        scene.next();
        scene.cognito.answers("RespondToAuthChallenge", call -> scene.tokens("alice"));
        scene.authentication().confirmSignIn(Secret.of("N3w!"), Map.of("name", "Alice", "custom:team", "a"));

        assertThat(scene.cognito.last().parameters())
                .containsEntry("NEW_PASSWORD", "N3w!")
                .containsEntry("userAttributes.name", "Alice")
                .containsEntry("userAttributes.custom:team", "a");
    }

    @Test
    void aFactorIsChosenAndItsChallengeFollows() {
        scene.provedAnswers(Scene.challenge(
                "SELECT_MFA_TYPE", "MFAS_CAN_CHOOSE", "[\"SMS_MFA\",\"SOFTWARE_TOKEN_MFA\",\"TELEPATHY\"]"));
        assertThat(scene.signIn()).isEqualTo(new NextStep.SelectFactor(List.of(Factor.SMS, Factor.TOTP)));
        scene.next();
        scene.cognito.answers("RespondToAuthChallenge", call -> Scene.challenge("SOFTWARE_TOKEN_MFA"));

        assertThat(failure("EMAIL").name()).isEqualTo("IncorrectMFAMethod");
        assertThat(scene.confirm("TOTP")).isEqualTo(new NextStep.ConfirmCode(Factor.TOTP, null));
        assertThat(scene.cognito.last().parameters())
                .containsEntry("challenge", "SELECT_MFA_TYPE")
                .containsEntry("ANSWER", "SOFTWARE_TOKEN_MFA");
        scene.next();
        assertThat(finish("1").parameters()).containsEntry("session", Scene.SESSION + "SOFTWARE_TOKEN_MFA");
    }

    @Test
    void theOnlyFactorThatCanBeSetUpIsBegunAtOnce() {
        setUpTotp();
        scene.next();
        NextStep shown = scene.authentication().pending().orElseThrow();

        assertThat(shown).isEqualTo(new NextStep.SetUpTotp("alice", Secret.of(TOTP_SECRET)));
        assertThat(shown.toString()).doesNotContain(TOTP_SECRET);
        scene.cognito.answers("VerifySoftwareToken", call -> Secret.of("session-verified"));
        assertThat(finish("123456").parameters())
                .containsEntry("challenge", "MFA_SETUP")
                .containsEntry("session", "session-verified");
        assertThat(scene.cognito.calls())
                .contains(new Call("VerifySoftwareToken", Map.of("session", "session-associated", "code", "123456")));
    }

    @Test
    void aWrongCodeOfANewAuthenticatorLeavesItsSecretPending() {
        setUpTotp();
        scene.next();

        scene.cognito.answers("VerifySoftwareToken", call -> "wrong");
        assertThat(failure("1").name()).isEqualTo("CodeMismatchException");
        scene.cognito.answers("VerifySoftwareToken", call -> {
            throw CognitoFailures.ending("EnableSoftwareTokenMFAException");
        });
        assertThat(failure("2").name()).isEqualTo("CodeMismatchException");

        scene.next();
        assertThat(scene.authentication().pending()).hasValue(new NextStep.SetUpTotp("alice", Secret.of(TOTP_SECRET)));
    }

    @Test
    void whichFactorIsSetUpIsTheUsersChoice() {
        scene.provedAnswers(
                Scene.challenge("MFA_SETUP", "MFAS_CAN_SETUP", "[\"SMS_MFA\",\"SOFTWARE_TOKEN_MFA\",\"EMAIL_OTP\"]"));
        assertThat(scene.signIn()).isEqualTo(new NextStep.SelectFactorSetup(List.of(Factor.TOTP, Factor.EMAIL)));
        scene.next();
        String before = scene.header();

        assertThat(scene.confirm("EMAIL")).isEqualTo(new NextStep.SetUpEmail());
        scene.next();
        scene.cognito.answers("RespondToAuthChallenge", call -> Scene.challenge("EMAIL_OTP"));
        assertThat(scene.confirm("alice@example.com")).isEqualTo(new NextStep.ConfirmCode(Factor.EMAIL, null));
        assertThat(scene.cognito.last().parameters())
                .containsEntry("challenge", "MFA_SETUP")
                .containsEntry("EMAIL", "alice@example.com");

        scene.next(before);
        scene.cognito.answers("AssociateSoftwareToken", call -> new SoftwareToken(null, Secret.of(TOTP_SECRET)));
        assertThat(scene.confirm("TOTP")).isEqualTo(new NextStep.SetUpTotp("alice", Secret.of(TOTP_SECRET)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CUSTOM_CHALLENGE", "DEVICE_SRP_AUTH", "PASSWORD_VERIFIER", "SELECT_MFA_TYPE", "MFA_SETUP", "a b"
            })
    void whatIsNotKnownHereIsNamed(String challenge) {
        scene.provedAnswers(Scene.challenge(challenge, "MFAS_CAN_SETUP", "[\"SMS_MFA\"]", "MFAS_CAN_CHOOSE", "{"));

        AmplifyException thrown = catchThrowableOfType(AmplifyException.class, scene::signIn);

        assertThat(thrown.name()).isEqualTo("SignInException");
        assertThat(scene.authentication().pending()).isEmpty();
        assertThat(scene.events).containsExactly(new SessionEvent.SignInFailed("SignInException"));
    }

    @Test
    void aChallengeWithoutASessionCannotBeAnswered() {
        scene.provedAnswers(new AuthAnswer("SMS_MFA", Map.of(), null, null));

        assertThat(catchThrowableOfType(AmplifyException.class, scene::signIn).name())
                .isEqualTo("SignInException");
    }

    @Test
    void aFirstChallengeThatIsNotForAPasswordIsTakenAsItIs() {
        scene.cognito.answers("InitiateAuth", call -> Scene.challenge("EMAIL_OTP", "USERNAME", "alice"));

        assertThat(scene.signIn()).isEqualTo(new NextStep.ConfirmCode(Factor.EMAIL, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CodeMismatchException",
                "ExpiredCodeException",
                "InvalidPasswordException",
                "LimitExceededException",
                "TooManyRequestsException"
            })
    @Tag("S-18")
    void whatCanBeTriedAgainStaysPendingAndHasItsName(String name) {
        scene.provedAnswers(Scene.challenge("SMS_MFA"));
        scene.signIn();
        scene.next();
        scene.cognito.answers("RespondToAuthChallenge", call -> {
            throw name.startsWith("TooMany") ? CognitoFailures.passing(name) : CognitoFailures.ending(name);
        });

        AmplifyException thrown = failure("000000");

        assertThat(thrown.name()).isEqualTo(name);
        assertThat(thrown).isNotInstanceOf(UnavailableException.class);
        assertThat(scene.events).containsExactly(new SessionEvent.SignInFailed(name));
        scene.next();
        assertThat(scene.authentication().pending()).hasValue(new NextStep.ConfirmCode(Factor.SMS, null));
    }

    @Test
    void whereCognitoDoesNotAnswerNothingIsLostAndNothingHasFailed() {
        scene.provedAnswers(Scene.challenge("SMS_MFA"));
        scene.signIn();
        scene.next();
        for (CognitoException e :
                List.of(CognitoFailures.network(), CognitoFailures.passing("InternalErrorException"))) {
            scene.cognito.answers("RespondToAuthChallenge", call -> {
                throw e;
            });

            assertThat(failure("1")).isInstanceOf(UnavailableException.class);
        }

        assertThat(scene.events).isEmpty();
        assertThat(scene.authentication().pending()).isPresent();
    }

    @Test
    void aStepThatTookTooLongIsNoLongerPending() {
        scene.provedAnswers(Scene.challenge("SMS_MFA"));
        scene.signIn();
        scene.next();
        scene.cognito.answers("RespondToAuthChallenge", call -> {
            throw CognitoFailures.ending("NotAuthorizedException");
        });

        assertThat(failure("1").name()).isEqualTo("NotAuthorizedException");
        assertThat(scene.authentication().pending()).isEmpty();
        assertThat(failure("1").name()).isEqualTo("SignInException");
        scene.next();
        assertThat(scene.header()).isEmpty();
    }

    @Test
    void whoIsNotConfirmedGetsAnotherCode() {
        refusedWith("UserNotConfirmedException");
        scene.cognito.answers("ResendConfirmationCode", call -> new Delivery("EMAIL", "a***@e***"));
        NextStep expected = new NextStep.ConfirmSignUp("alice", new CodeDelivery("EMAIL", "a***@e***"));

        assertThat(scene.signIn()).isEqualTo(expected);
        scene.next();
        assertThat(scene.authentication().pending()).hasValue(expected);
        assertThat(failure("1").name()).as("no step of a sign-in").isEqualTo("SignInException");
    }

    @Test
    void whoIsNotConfirmedIsAskedForTheCodeEvenWhereNoneCouldBeSent() {
        refusedWith("UserNotConfirmedException");
        scene.cognito.answers("ResendConfirmationCode", call -> {
            throw CognitoFailures.ending("LimitExceededException");
        });

        assertThat(scene.signIn()).isEqualTo(new NextStep.ConfirmSignUp("alice", null));
    }

    @Test
    void whoMustResetThePasswordIsTold() {
        refusedWith("PasswordResetRequiredException");

        assertThat(scene.signIn()).isEqualTo(new NextStep.ResetPassword("alice"));
        scene.next();
        assertThat(scene.authentication().pending()).hasValue(new NextStep.ResetPassword("alice"));
        assertThat(scene.events).isEmpty();
    }

    @Test
    @Tag("S-18")
    void whoDoesNotExistHearsWhatAWrongPasswordHears() {
        AmplifyException wrong = catchThrowableOfType(
                AmplifyException.class, () -> scene.authentication().signIn("alice", Secret.of("wrong")));
        List<String> callsOfWrong = operations();
        Map<String, String> proofOfWrong = proof(scene);
        try (Scene other = new Scene()) {
            other.cognito.answers("InitiateAuth", call -> {
                throw CognitoFailures.ending("UserNotFoundException");
            });
            other.cognito.answers("RespondToAuthChallenge", call -> {
                throw CognitoFailures.ending("InvalidParameterException");
            });
            AmplifyException unknown = catchThrowableOfType(AmplifyException.class, other::signIn);

            assertThat(unknown.name()).isEqualTo(wrong.name());
            assertThat(unknown).hasMessage(wrong.getMessage()).hasNoCause();
            assertThat(unknown.remedy()).isEqualTo(wrong.remedy());
            assertThat(other.cognito.calls().stream().map(Call::operation).toList())
                    .as("as many calls")
                    .isEqualTo(callsOfWrong);
            assertThat(proof(other).keySet())
                    .as("and a proof, which takes its time")
                    .isEqualTo(proofOfWrong.keySet())
                    .contains("PASSWORD_CLAIM_SIGNATURE");
            assertThat(other.events).isEqualTo(scene.events);
        }
    }

    @Test
    void aSignInThatBeginsReplacesWhatWasPending() {
        scene.provedAnswers(Scene.challenge("SMS_MFA"));
        scene.signIn();
        scene.next();

        assertThatExceptionOfType(AmplifyException.class)
                .isThrownBy(() -> scene.authentication().signIn("alice", Secret.of("wrong")));

        assertThat(scene.authentication().pending()).isEmpty();
    }

    @Test
    void aSignInCanBeGivenUp() {
        scene.provedAnswers(Scene.challenge("SMS_MFA"));
        scene.signIn();
        scene.next();

        scene.authentication().cancel();

        assertThat(scene.authentication().pending()).isEmpty();
        scene.next();
        assertThat(scene.header()).isEmpty();
        scene.authentication().cancel();
        assertThat(scene.cookies.setCookies()).isEmpty();
    }

    @Test
    void nothingEmptyIsSentToCognito() {
        AmplifyAuthentication authentication = scene.authentication();

        assertThat(catchThrowableOfType(AmplifyException.class, () -> authentication.signIn("", Secret.of("p")))
                        .name())
                .isEqualTo("EmptySignInUsername");
        assertThat(catchThrowableOfType(AmplifyException.class, () -> authentication.signIn("u", Secret.of("")))
                        .name())
                .isEqualTo("EmptySignInPassword");
        assertThat(failure("").name()).isEqualTo("EmptyChallengeResponse");
        assertThat(scene.cognito.calls()).isEmpty();
    }

    private void setUpTotp() {
        scene.provedAnswers(Scene.challenge("MFA_SETUP", "MFAS_CAN_SETUP", "[\"SOFTWARE_TOKEN_MFA\"]"));
        scene.cognito.answers(
                "AssociateSoftwareToken",
                call -> new SoftwareToken(Secret.of("session-associated"), Secret.of(TOTP_SECRET)));
        scene.signIn();
        assertThat(scene.cognito.last().parameters()).containsEntry("session", Scene.SESSION + "MFA_SETUP");
    }

    private void refusedWith(String name) {
        scene.cognito.answers("RespondToAuthChallenge", call -> {
            throw CognitoFailures.ending(name);
        });
    }

    private AmplifyException failure(String answer) {
        return catchThrowableOfType(AmplifyException.class, () -> scene.confirm(answer));
    }

    /** Confirms, has tokens given for it, and returns the call that they were given for. */
    private Call finish(String answer) {
        scene.cognito.answers("RespondToAuthChallenge", call -> scene.tokens("alice"));
        assertThat(scene.confirm(answer)).isEqualTo(new NextStep.Done());
        assertThat(scene.authentication().pending()).isEqualTo(Optional.empty());
        assertThat(scene.events).endsWith(new SessionEvent.SignedIn("sub-of-alice", null));
        return scene.cognito.last();
    }

    private static Map<String, String> proof(Scene scene) {
        return scene.cognito.calls().get(1).parameters();
    }

    private List<String> operations() {
        return scene.cognito.calls().stream().map(Call::operation).toList();
    }
}
