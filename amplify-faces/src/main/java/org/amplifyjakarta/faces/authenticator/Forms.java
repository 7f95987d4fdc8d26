package org.amplifyjakarta.faces.authenticator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.amplifyjakarta.authentication.CodeDelivery;
import org.amplifyjakarta.authentication.Factor;
import org.amplifyjakarta.authentication.NextStep;
import org.amplifyjakarta.config.AuthConfig;
import org.amplifyjakarta.config.AuthConfig.LoginWith;
import org.amplifyjakarta.faces.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Which form belongs to what a user has to do, by what the pool wants. Immutable.
 *
 * @param signUp whether people may sign up by themselves
 */
record Forms(AuthConfig auth, Texts texts, boolean signUp) {

    /** Returns a form that an address asks for, or the one for what is pending. */
    Form of(FormKind kind, @Nullable NextStep pending) {
        return switch (kind) {
            case SIGN_IN -> signIn();
            case SIGN_UP -> signUpForm();
            case FORGOT_PASSWORD -> forgotPassword(pending);
            case CONFIRM_SIGN_UP -> codeForm(kind, pending);
            case CONFIRM_CODE -> codeForm(kind, pending);
            case RESET_PASSWORD -> resetPassword(pending);
            case NEW_PASSWORD -> newPassword(pending);
            case SELECT_FACTOR, SELECT_FACTOR_SETUP -> selectFactor(kind, pending);
            case SET_UP_TOTP -> setUpTotp(pending);
            case SET_UP_EMAIL ->
                form(kind, null, List.of(Field.required(Field.ANSWER, texts.get("attribute.email"), "email", "email")));
        };
    }

    /** Returns the attributes that a new user gives, by Cognito's names. */
    List<String> attributes() {
        LoginWith with = auth.loginWith();
        Stream<String> contact = with.email() || with.phone()
                ? Stream.empty()
                : auth.signUp().userAttributes().isEmpty() ? Stream.of("email") : Stream.empty();
        return Stream.concat(contact, auth.signUp().userAttributes().stream())
                .filter(name -> !name.equals(usernameAttribute()))
                .distinct()
                .toList();
    }

    /** Returns the attribute that the user's name is, too; empty for none. */
    String usernameAttribute() {
        LoginWith with = auth.loginWith();
        if (with.username()) {
            return "";
        }
        return with.email() && !with.phone() ? "email" : with.phone() && !with.email() ? "phone_number" : "";
    }

    private Form signIn() {
        Map<FormKind, String> links = new LinkedHashMap<>();
        links.put(FormKind.FORGOT_PASSWORD, texts.get("link.forgotPassword"));
        if (signUp) {
            links.put(FormKind.SIGN_UP, texts.get("link.signUp"));
        }
        Field password = Field.required(Field.PASSWORD, texts.get("password"), "password", "current-password");
        return form(FormKind.SIGN_IN, null, List.of(username(), password), links);
    }

    private Form signUpForm() {
        List<Field> fields = new ArrayList<>();
        fields.add(username());
        attributes().forEach(name -> fields.add(UserAttribute.field(name, texts)));
        fields.addAll(newPasswords());
        return form(FormKind.SIGN_UP, null, fields);
    }

    private Form forgotPassword(@Nullable NextStep pending) {
        Field username = username();
        if (pending instanceof NextStep.ResetPassword reset) {
            return form(
                    FormKind.FORGOT_PASSWORD,
                    texts.get("forgotPassword.wanted"),
                    List.of(username.holding(reset.username())));
        }
        return form(FormKind.FORGOT_PASSWORD, texts.get("forgotPassword.text"), List.of(username));
    }

    private Form resetPassword(@Nullable NextStep pending) {
        List<Field> fields = new ArrayList<>();
        fields.add(code());
        fields.addAll(newPasswords());
        return resending(form(FormKind.RESET_PASSWORD, sentTo(pending), fields));
    }

    private Form newPassword(@Nullable NextStep pending) {
        List<Field> fields = new ArrayList<>(newPasswords());
        if (pending instanceof NextStep.NewPassword wanted) {
            wanted.missingAttributes().forEach(name -> fields.add(UserAttribute.field(name, texts)));
        }
        return form(FormKind.NEW_PASSWORD, texts.get("newPassword.text"), fields);
    }

    private Form codeForm(FormKind kind, @Nullable NextStep pending) {
        Form form = form(kind, sentTo(pending), List.of(code()));
        return kind == FormKind.CONFIRM_SIGN_UP ? resending(form) : form;
    }

    private Form setUpTotp(@Nullable NextStep pending) {
        Form form = form(FormKind.SET_UP_TOTP, texts.get("setUpTotp.text"), List.of(code()));
        return new Form(
                form.kind(),
                form.title(),
                form.text(),
                form.fields(),
                form.choices(),
                form.submit(),
                null,
                form.links(),
                pending instanceof NextStep.SetUpTotp totp ? totp : null);
    }

    private Form selectFactor(FormKind kind, @Nullable NextStep pending) {
        Map<String, String> choices = new LinkedHashMap<>();
        factors(pending).forEach(factor -> choices.put(factor.name(), texts.get("factor." + factor)));
        Form form = form(kind, texts.get(kind.key() + ".text"), List.of());
        return new Form(kind, form.title(), form.text(), List.of(), choices, form.submit(), null, form.links(), null);
    }

    private static List<Factor> factors(@Nullable NextStep pending) {
        if (pending instanceof NextStep.SelectFactor select) {
            return select.factors();
        }
        return pending instanceof NextStep.SelectFactorSetup select ? select.factors() : List.of();
    }

    /** Says where a code is, as far as that is known. */
    private String sentTo(@Nullable NextStep pending) {
        CodeDelivery delivery = null;
        if (pending instanceof NextStep.ConfirmSignUp step) {
            delivery = step.delivery();
        } else if (pending instanceof NextStep.ConfirmResetPassword step) {
            delivery = step.delivery();
        } else if (pending instanceof NextStep.ConfirmCode step) {
            if (step.factor() == Factor.TOTP) {
                return texts.get("confirmCode.totp");
            }
            delivery = step.delivery();
        }
        return delivery == null || delivery.destination() == null
                ? texts.get("codeSent")
                : texts.get("codeSentTo", delivery.destination());
    }

    private Form resending(Form form) {
        return new Form(
                form.kind(),
                form.title(),
                form.text(),
                form.fields(),
                form.choices(),
                form.submit(),
                texts.get("resend"),
                form.links(),
                form.totp());
    }

    private Form form(FormKind kind, @Nullable String text, List<Field> fields) {
        return form(kind, text, fields, Map.of(FormKind.SIGN_IN, texts.get("link.signIn")));
    }

    private Form form(FormKind kind, @Nullable String text, List<Field> fields, Map<FormKind, String> links) {
        return new Form(
                kind,
                texts.get(kind.key() + ".title"),
                text,
                fields,
                Map.of(),
                texts.get(kind.key() + ".submit"),
                null,
                links,
                null);
    }

    private Field username() {
        LoginWith with = auth.loginWith();
        if (usernameAttribute().equals("email")) {
            return Field.required(Field.USERNAME, texts.get("attribute.email"), "email", "username");
        }
        if (usernameAttribute().equals("phone_number")) {
            return Field.required(Field.USERNAME, texts.get("attribute.phone_number"), "tel", "username")
                    .hinting(texts.get("phoneHint"));
        }
        String label = with.email() && with.phone() && !with.username()
                ? texts.get("username.emailOrPhone")
                : with.email() || with.phone() ? texts.get("username.any") : texts.get("username");
        return Field.required(Field.USERNAME, label, "text", "username");
    }

    private Field code() {
        return Field.required(Field.CODE, texts.get("code"), "text", "one-time-code");
    }

    private List<Field> newPasswords() {
        String rules = String.join(" ", new PasswordPolicy(auth.signUp().passwordFormat()).rules(texts));
        return List.of(
                Field.required(Field.PASSWORD, texts.get("newPassword"), "password", "new-password")
                        .hinting(rules),
                Field.required(Field.CONFIRM_PASSWORD, texts.get("confirmPassword"), "password", "new-password"));
    }
}
