package org.amplifyjakarta.faces.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.authentication.Factor;
import org.amplifyjakarta.authentication.NextStep;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.ConfigBuilder;
import org.amplifyjakarta.config.ConfigKey;
import org.amplifyjakarta.faces.Texts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActionsTest {

    private static final Texts TEXTS = Texts.of(Locale.ENGLISH);
    private static final String GOOD = "Passw0rd!";

    private final ScriptedAuthentication pool = new ScriptedAuthentication();

    @Test
    void whoHasTheRightPasswordIsSignedIn() {
        Outcome outcome = perform(FormKind.SIGN_IN, Map.of("username", " ann ", "password", " secret "));

        assertThat(outcome).isInstanceOf(Outcome.SignedIn.class);
        assertThat(pool.asked).containsExactly("signIn ann  secret ");
    }

    @Test
    void anotherStepIsGoneOnWith() {
        pool.answer = new NextStep.ConfirmCode(Factor.TOTP, null);

        assertThat(perform(FormKind.SIGN_IN, Map.of("username", "ann", "password", "x")))
                .isInstanceOf(Outcome.Continued.class);
    }

    @Test
    void whatIsMissingIsAskedForBeforeThePoolIs() {
        Failure failure = rejected(perform(FormKind.SIGN_IN, Map.of("username", " ")));

        assertThat(failure.fields()).containsExactly("username", "password");
        assertThat(pool.asked).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = FormKind.class,
            names = {"SIGN_IN", "SIGN_UP", "FORGOT_PASSWORD"},
            mode = EnumSource.Mode.EXCLUDE)
    void aFormOfAStepThatIsNotPendingDoesNothing(FormKind kind) {
        Failure failure = rejected(perform(kind, Map.of("code", "1", "password", GOOD, "confirmPassword", GOOD)));

        assertThat(failure.text()).isEqualTo(TEXTS.get("error.expired"));
        assertThat(pool.asked).isEmpty();
    }

    @Test
    void aNewUserGivesWhatTheFormAsksForAndNothingElse() {
        pool.answer = new NextStep.ConfirmSignUp("ann", null);
        Map<String, String> typed = new HashMap<>(newPassword(GOOD, GOOD));
        typed.put("username", "ann");
        typed.put("attribute.email", "ann@example.com");
        typed.put("attribute.custom:role", "admin");

        assertThat(perform(FormKind.SIGN_UP, typed)).isInstanceOf(Outcome.Continued.class);
        assertThat(pool.asked).containsExactly("signUp ann " + GOOD + " {email=ann@example.com}");
    }

    @Test
    void whoSignsInWithAnEmailSignsUpWithIt() {
        pool.answer = new NextStep.ConfirmSignUp("ann@example.com", null);
        Map<String, String> typed = new HashMap<>(newPassword(GOOD, GOOD));
        typed.put("username", "ann@example.com");

        perform(forms(config -> config.set(ConfigKey.LOGIN_WITH_EMAIL, "true"), true), FormKind.SIGN_UP, typed);

        assertThat(pool.asked).containsExactly("signUp ann@example.com " + GOOD + " {email=ann@example.com}");
    }

    @Test
    void whoReplacesATemporaryPasswordGivesWhatIsMissingAndNothingElse() {
        pool.pending = new NextStep.NewPassword(List.of("email"));
        Map<String, String> typed = new HashMap<>(newPassword(GOOD, GOOD));
        typed.put("attribute.email", "ann@example.com");
        typed.put("attribute.custom:tenant", "other");

        perform(FormKind.NEW_PASSWORD, typed);

        assertThat(pool.asked).containsExactly("confirmSignIn " + GOOD + " {email=ann@example.com}");
    }

    @ParameterizedTest
    @EnumSource(
            value = FormKind.class,
            names = {"CONFIRM_SIGN_UP", "RESET_PASSWORD"},
            mode = EnumSource.Mode.EXCLUDE)
    void noCodeIsSentAgainWhereNoneWasSent(FormKind kind) {
        pool.pending = new NextStep.ConfirmCode(Factor.SMS, null);

        rejected(perform(kind, Map.of("action", "resend")));

        assertThat(pool.asked).isEmpty();
    }

    @Test
    void aPasswordThatIsTooLongIsToldSo() {
        pool.pending = new NextStep.NewPassword(List.of());
        String tooLong = "x".repeat(300);

        assertThat(rejected(perform(FormKind.NEW_PASSWORD, newPassword(tooLong, tooLong)))
                        .text())
                .contains(TEXTS.get("password.maxLength", 256));
    }

    @Test
    void whereNobodyMaySignUpItDidNotTakeTooLong() {
        pool.failure = new AmplifyException("NotAuthorizedException", "m", "", null);
        Map<String, String> typed = new HashMap<>(newPassword(GOOD, GOOD));
        typed.put("username", "ann");
        typed.put("attribute.email", "ann@example.com");

        assertThat(rejected(perform(FormKind.SIGN_UP, typed)).text()).isEqualTo(TEXTS.get("error.other"));
    }

    @Test
    void whereNobodySignsUpTheFormDoesNothing() {
        Map<String, String> typed = new HashMap<>(newPassword(GOOD, GOOD));
        typed.put("username", "ann");
        typed.put("attribute.email", "ann@example.com");

        rejected(perform(forms(config -> {}, false), FormKind.SIGN_UP, typed));

        assertThat(pool.asked).isEmpty();
    }

    @Test
    void aWeakPasswordIsRefusedWithTheRulesThatItBreaks() {
        pool.pending = new NextStep.NewPassword(List.of());
        Forms strict = forms(
                config -> config.set(ConfigKey.PASSWORD_MIN_LENGTH, "12").set(ConfigKey.PASSWORD_NUMBERS, "true"),
                true);

        Failure failure = rejected(perform(strict, FormKind.NEW_PASSWORD, newPassword("short", "short")));

        assertThat(failure.text())
                .contains(TEXTS.get("password.minLength", 12))
                .contains(TEXTS.get("password.numbers"));
        assertThat(failure.fields()).containsExactly("password");
        assertThat(failure.text()).doesNotContain("short");
        assertThat(pool.asked).isEmpty();
    }

    @Test
    void passwordsThatDifferAreRefused() {
        pool.pending = new NextStep.ConfirmResetPassword("ann", null);
        Map<String, String> typed = new HashMap<>(newPassword(GOOD, "Passw0rd?"));
        typed.put("code", "123456");

        assertThat(rejected(perform(FormKind.RESET_PASSWORD, typed)).fields()).containsExactly("confirmPassword");
        assertThat(pool.asked).isEmpty();
    }

    @Test
    void aPasswordIsResetForWhomItIsPending() {
        pool.pending = new NextStep.ConfirmResetPassword("ann", null);
        Map<String, String> typed = new HashMap<>(newPassword(GOOD, GOOD));
        typed.put("code", " 123456 ");
        typed.put("username", "bob");

        Outcome outcome = perform(FormKind.RESET_PASSWORD, typed);

        assertThat(outcome).isEqualTo(new Outcome.ToSignIn(Notice.PASSWORD_CHANGED));
        assertThat(pool.asked).containsExactly("confirmResetPassword ann 123456 " + GOOD);
    }

    @Test
    void aNewCodeIsSentWithoutFieldsFilledIn() {
        pool.pending = new NextStep.ConfirmSignUp("ann", null);

        Outcome outcome = perform(FormKind.CONFIRM_SIGN_UP, Map.of("action", "resend"));

        assertThat(outcome).isInstanceOf(Outcome.Continued.class);
        assertThat(pool.asked).containsExactly("resendSignUpCode ann");
    }

    @Test
    void aFactorThatWasNotOfferedCannotBeChosen() {
        pool.pending = new NextStep.SelectFactor(List.of(Factor.SMS, Factor.TOTP));

        rejected(perform(FormKind.SELECT_FACTOR, Map.of("answer", "EMAIL")));
        assertThat(pool.asked).isEmpty();

        perform(FormKind.SELECT_FACTOR, Map.of("answer", "TOTP"));
        assertThat(pool.asked).containsExactly("confirmSignIn TOTP {}");
    }

    @ParameterizedTest
    @Tag("S-18")
    @CsvSource({
        "NotAuthorizedException, error.NotAuthorizedException, 200",
        "UsernameExistsException, error.UsernameExistsException, 200",
        "LimitExceededException, error.LimitExceededException, 429",
        "TooManyRequestsException, error.LimitExceededException, 429",
        "TooManyFailedAttemptsException, error.LimitExceededException, 429",
        "InternalErrorException, error.other, 200",
        "UserLambdaValidationException, error.other, 200"
    })
    void whatCognitoSaysIsToldInWordsOfOurs(String name, String text, int status) {
        pool.failure = new AmplifyException(name, "Amazon Cognito: hidden.", "", null);

        Failure failure = rejected(perform(FormKind.SIGN_IN, Map.of("username", "ann", "password", "x")));

        assertThat(failure.text()).isEqualTo(TEXTS.get(text));
        assertThat(failure.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "NotAuthorizedException, true",
        "CodeMismatchException, true",
        "LimitExceededException, true",
        "InvalidParameterException, false",
        "SignInException, false",
        "CookieTooLarge, false"
    })
    void operatorsHearOfWhatNoUserCanMend(String name, boolean isUsers) {
        assertThat(Failure.isUsers(new AmplifyException(name, "m", "", null))).isEqualTo(isUsers);
    }

    @Test
    void whereCognitoDoesNotAnswerTheUserMayTryAgain() {
        pool.failure = new UnavailableException("NetworkError", "m", "r", Duration.ofSeconds(1), null);

        Failure failure = rejected(perform(FormKind.SIGN_IN, Map.of("username", "ann", "password", "x")));

        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.text()).isEqualTo(TEXTS.get("error.unavailable"));
    }

    @Test
    void aStepThatTookTooLongIsNoWrongPassword() {
        pool.pending = new NextStep.ConfirmCode(Factor.SMS, null);
        pool.failure = new AmplifyException("NotAuthorizedException", "m", "", null);

        Failure failure = rejected(perform(FormKind.CONFIRM_CODE, Map.of("code", "1")));

        assertThat(failure.text()).isEqualTo(TEXTS.get("error.expired"));
    }

    @Test
    @Tag("S-22")
    void nothingThatWasTypedIsPrinted() {
        Submission sent = Submission.of(Map.of("form", "signIn", "username", "ann", "password", "hunter2"));

        assertThat(sent + " " + new Shown(null, null, sent.open()) + " "
                        + new NextStep.SetUpTotp("ann", Secret.of("k")))
                .doesNotContain("hunter2")
                .doesNotContain("k]");
        assertThat(sent.open()).doesNotContainKey("password");
    }

    @Test
    void moreThanAFieldTakesIsNothing() {
        rejected(perform(FormKind.SIGN_IN, Map.of("username", "ann", "password", "x".repeat(2049))));

        assertThat(pool.asked).isEmpty();
    }

    private Outcome perform(FormKind kind, Map<String, String> typed) {
        return perform(forms(config -> {}, true), kind, typed);
    }

    private Outcome perform(Forms forms, FormKind kind, Map<String, String> typed) {
        Map<String, String> sent = new HashMap<>(typed);
        sent.put("form", kind.key());
        return new Actions(pool, forms).perform(Submission.of(sent));
    }

    private static Failure rejected(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        return ((Outcome.Rejected) outcome).failure();
    }

    private static Map<String, String> newPassword(String password, String again) {
        return Map.of("password", password, "confirmPassword", again);
    }

    static Forms forms(Consumer<ConfigBuilder> configuration, boolean signUp) {
        ConfigBuilder builder = AmplifyConfig.builder();
        configuration.accept(builder);
        return new Forms(builder.build().auth(), TEXTS, signUp);
    }
}
