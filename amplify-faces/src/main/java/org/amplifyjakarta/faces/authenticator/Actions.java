package org.amplifyjakarta.faces.authenticator;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.authentication.AmplifyAuthentication;
import org.amplifyjakarta.authentication.NextStep;
import org.amplifyjakarta.faces.Texts;
import org.jspecify.annotations.Nullable;

/** Does what a form asks for. Bound to one request. */
record Actions(AmplifyAuthentication authentication, Forms forms) {

    private static final Set<FormKind> RESENDING = EnumSet.of(FormKind.CONFIRM_SIGN_UP, FormKind.RESET_PASSWORD);
    private static final Logger LOG = System.getLogger(Actions.class.getName());

    Outcome perform(Submission sent) {
        try {
            return sent.resend() ? resend(sent) : submit(sent);
        } catch (AmplifyException e) {
            boolean isUsers = Failure.isUsers(e);
            LOG.log(isUsers ? Level.DEBUG : Level.WARNING, () -> AuthenticatorMessages.failed(sent.kind(), e.name()));
            return new Outcome.Rejected(Failure.of(e, sent.kind(), texts()));
        }
    }

    private Outcome submit(Submission sent) {
        if (!allowed(sent.kind())) {
            return rejected(texts().get("error.expired"));
        }
        Failure missing = missing(sent);
        if (missing != null) {
            return new Outcome.Rejected(missing);
        }
        return switch (sent.kind()) {
            case SIGN_IN ->
                after(authentication.signIn(sent.text(Field.USERNAME), Secret.of(sent.secret(Field.PASSWORD))));
            case SIGN_UP -> signUp(sent);
            case CONFIRM_SIGN_UP -> confirmSignUp(sent);
            case FORGOT_PASSWORD -> after(authentication.resetPassword(sent.text(Field.USERNAME)));
            case RESET_PASSWORD -> confirmReset(sent);
            case NEW_PASSWORD -> answer(sent.secret(Field.PASSWORD), missingAttributes(sent));
            case CONFIRM_CODE, SET_UP_TOTP -> answer(sent.text(Field.CODE), Map.of());
            case SELECT_FACTOR, SELECT_FACTOR_SETUP, SET_UP_EMAIL -> answer(sent.text(Field.ANSWER), Map.of());
        };
    }

    /** Forms that no address leads to belong to something that is pending. */
    private boolean allowed(FormKind kind) {
        return kind.isAddressable() && (forms.signUp() || kind != FormKind.SIGN_UP)
                || authentication
                        .pending()
                        .filter(step -> FormKind.of(step) == kind)
                        .isPresent();
    }

    private Outcome signUp(Submission sent) {
        String username = sent.text(Field.USERNAME);
        Map<String, String> attributes = asked(forms.attributes(), sent);
        if (!forms.usernameAttribute().isEmpty()) {
            attributes.put(forms.usernameAttribute(), username);
        }
        NextStep next = authentication.signUp(username, Secret.of(sent.secret(Field.PASSWORD)), attributes);
        return next instanceof NextStep.Done ? new Outcome.ToSignIn(Notice.CONFIRMED) : new Outcome.Continued();
    }

    private Map<String, String> missingAttributes(Submission sent) {
        return authentication
                .pending()
                .filter(NextStep.NewPassword.class::isInstance)
                .map(step -> asked(((NextStep.NewPassword) step).missingAttributes(), sent))
                .orElse(Map.of());
    }

    /** What a form does not ask for cannot be set by it. */
    private static Map<String, String> asked(List<String> names, Submission sent) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Map<String, String> given = sent.attributes();
        names.stream().filter(given::containsKey).forEach(name -> attributes.put(name, given.get(name)));
        return attributes;
    }

    private Outcome confirmSignUp(Submission sent) {
        authentication.confirmSignUp(username(), sent.text(Field.CODE));
        return new Outcome.ToSignIn(Notice.CONFIRMED);
    }

    private Outcome confirmReset(Submission sent) {
        authentication.confirmResetPassword(username(), sent.text(Field.CODE), Secret.of(sent.secret(Field.PASSWORD)));
        return new Outcome.ToSignIn(Notice.PASSWORD_CHANGED);
    }

    private Outcome answer(String answer, Map<String, String> attributes) {
        return after(authentication.confirmSignIn(Secret.of(answer), attributes));
    }

    private Outcome resend(Submission sent) {
        if (!RESENDING.contains(sent.kind()) || !allowed(sent.kind())) {
            return rejected(texts().get("error.expired"));
        }
        if (sent.kind() == FormKind.RESET_PASSWORD) {
            authentication.resetPassword(username());
        } else {
            authentication.resendSignUpCode(username());
        }
        return new Outcome.Continued();
    }

    private static Outcome after(NextStep next) {
        return next instanceof NextStep.Done ? new Outcome.SignedIn() : new Outcome.Continued();
    }

    /** Of whom something is pending; {@link #allowed} saw that it is. */
    private String username() {
        NextStep step = authentication.pending().orElseThrow();
        return step instanceof NextStep.ConfirmSignUp signUp
                ? signUp.username()
                : ((NextStep.ConfirmResetPassword) step).username();
    }

    private @Nullable Failure missing(Submission sent) {
        Form form = forms.of(sent.kind(), authentication.pending().orElse(null));
        List<String> empty = form.fields().stream()
                .filter(Field::required)
                .map(Field::name)
                .filter(name -> sent.secret(name).isBlank())
                .toList();
        if (!empty.isEmpty()) {
            return Failure.of(texts().get("error.required"), empty.toArray(String[]::new));
        }
        if (!form.choices().isEmpty() && !form.choices().containsKey(sent.text(Field.ANSWER))) {
            return Failure.of(texts().get("error.choice"));
        }
        return form.fields().stream().anyMatch(field -> field.name().equals(Field.CONFIRM_PASSWORD))
                ? wrongPassword(sent)
                : null;
    }

    private @Nullable Failure wrongPassword(Submission sent) {
        String password = sent.secret(Field.PASSWORD);
        List<String> broken = new PasswordPolicy(forms.auth().signUp().passwordFormat()).brokenBy(password, texts());
        if (!broken.isEmpty()) {
            return Failure.of(texts().get("error.password", String.join(" ", broken)), Field.PASSWORD);
        }
        return password.equals(sent.secret(Field.CONFIRM_PASSWORD))
                ? null
                : Failure.of(texts().get("error.confirmPassword"), Field.CONFIRM_PASSWORD);
    }

    private Texts texts() {
        return forms.texts();
    }

    private static Outcome rejected(String text) {
        return new Outcome.Rejected(Failure.of(text));
    }
}
