package org.amplifyjakarta.faces.authenticator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.authentication.CodeDelivery;
import org.amplifyjakarta.authentication.Factor;
import org.amplifyjakarta.authentication.NextStep;
import org.amplifyjakarta.config.ConfigKey;
import org.amplifyjakarta.faces.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {

    static Stream<NextStep> steps() {
        CodeDelivery sent = new CodeDelivery("EMAIL", "a***@e***");
        return Stream.of(
                new NextStep.ConfirmSignUp("ann", sent),
                new NextStep.ConfirmSignUp("ann", null),
                new NextStep.ResetPassword("ann"),
                new NextStep.ConfirmResetPassword("ann", sent),
                new NextStep.ConfirmCode(Factor.SMS, sent),
                new NextStep.ConfirmCode(Factor.TOTP, null),
                new NextStep.NewPassword(List.of("email", "custom:team_name")),
                new NextStep.SelectFactor(List.of(Factor.SMS, Factor.TOTP)),
                new NextStep.SelectFactorSetup(List.of(Factor.TOTP, Factor.EMAIL)),
                new NextStep.SetUpTotp("ann", Secret.of("JBSWY3DP")),
                new NextStep.SetUpEmail());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyStepHasAFormThatCanBeFilledInInEveryLanguage(NextStep step) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.ITALIAN, new Locale("es"))) {
            Forms forms = new Forms(ActionsTest.forms(config -> {}, true).auth(), Texts.of(locale), true);

            Form form = forms.of(FormKind.of(step), step);

            assertThat(form.fields().size() + form.choices().size()).isPositive();
            assertThat(form.title()).isNotBlank();
            assertThat(form.submit()).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(FormKind.class)
    void aFormIsFoundByItsName(FormKind kind) {
        assertThat(FormKind.named(kind.key())).contains(kind);
    }

    @Test
    void itIsSaidWhereACodeIs() {
        NextStep step = new NextStep.ConfirmCode(Factor.EMAIL, new CodeDelivery("EMAIL", "a***@e***"));

        assertThat(form(step).text()).contains("a***@e***");
    }

    @Test
    void attributesThatAreMissingAreAskedForByName() {
        NextStep step = new NextStep.NewPassword(List.of("email", "custom:team_name"));

        assertThat(form(step).fields())
                .extracting(Field::name, Field::label, Field::type)
                .contains(
                        tuple("attribute.email", "Email", "email"),
                        tuple("attribute.custom:team_name", "Team name", "text"));
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, false, Username, text",
        "true, false, false, Username, text",
        "false, true, false, Email, email",
        "false, false, true, Phone number, tel",
        "false, true, true, Email or phone number, text",
        "true, true, true, 'Username, email or phone number', text"
    })
    void theFirstFieldIsWhatUsersSignInWith(boolean username, boolean email, boolean phone, String label, String type) {
        Forms forms = ActionsTest.forms(
                config -> config.set(ConfigKey.LOGIN_WITH_USERNAME, "" + username)
                        .set(ConfigKey.LOGIN_WITH_EMAIL, "" + email)
                        .set(ConfigKey.LOGIN_WITH_PHONE, "" + phone),
                true);

        Field first = forms.of(FormKind.SIGN_IN, null).fields().get(0);

        assertThat(first.label()).isEqualTo(label);
        assertThat(first.type()).isEqualTo(type);
        assertThat(first.autocomplete()).isEqualTo("username");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whereNobodySignsUpNothingLeadsThere(boolean signUp) {
        Form form = ActionsTest.forms(config -> {}, signUp).of(FormKind.SIGN_IN, null);

        assertThat(form.links().containsKey(FormKind.SIGN_UP)).isEqualTo(signUp);
    }

    @Test
    void theRulesForPasswordsAreSaidBeforeOneIsTyped() {
        Forms forms = ActionsTest.forms(config -> config.set(ConfigKey.PASSWORD_SPECIAL, "true"), true);

        assertThat(forms.of(FormKind.SIGN_UP, null).fields())
                .filteredOn(field -> field.name().equals("password"))
                .singleElement()
                .satisfies(field -> assertThat(field.hint()).contains("6").contains("special"));
    }

    private static Form form(NextStep step) {
        return ActionsTest.forms(config -> {}, true).of(FormKind.of(step), step);
    }
}
