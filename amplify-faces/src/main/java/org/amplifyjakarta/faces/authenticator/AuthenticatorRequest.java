package org.amplifyjakarta.faces.authenticator;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.util.Optional;
import org.amplifyjakarta.authentication.NextStep;
import org.amplifyjakarta.faces.FacesServices;
import org.amplifyjakarta.faces.FormRequest;
import org.amplifyjakarta.faces.PageAddress;

/** What the authenticator asks of a request, and does with its answer. */
record AuthenticatorRequest(FacesContext context) {

    /** The query parameter that names a form or a notice: {@code signIn}, {@code signUp}, {@code forgotPassword}. */
    static final String PARAMETER = "authenticator";

    boolean isSignedIn() {
        return services().user().isPresent();
    }

    Optional<NextStep> pending() {
        return services().authentication().pending();
    }

    /** Returns the form that is to be shown, by the address or else by what is pending. */
    FormKind kind(boolean signUp) {
        return parameter(PARAMETER)
                .flatMap(name -> Notice.named(name).isPresent() ? Optional.of(FormKind.SIGN_IN) : FormKind.named(name))
                .filter(FormKind::isAddressable)
                .filter(kind -> signUp || kind != FormKind.SIGN_UP)
                .orElseGet(() -> pending().map(FormKind::of).orElse(FormKind.SIGN_IN));
    }

    /** Returns what is said of what was done before. */
    Shown shown() {
        return parameter(PARAMETER).flatMap(Notice::named).map(Shown::noticing).orElse(Shown.NOTHING);
    }

    /** Returns where to go once signed in. */
    String target() {
        return page().without(PARAMETER).afterSignIn(context);
    }

    PageAddress page() {
        return PageAddress.of(context);
    }

    FacesServices services() {
        return FacesServices.of(context);
    }

    void redirect(String address) {
        PageAddress.redirect(context, address);
    }

    /** Sends the browser to the page anew, which goes on with what is pending, or says why it does not go on. */
    void beginAgain() {
        PageAddress page = page().without(PARAMETER);
        boolean told =
                FormRequest.isAnySent(context, Submission.FORM) && pending().isEmpty();
        redirect((told ? page.with(PARAMETER, Notice.EXPIRED.key()) : page).text());
    }

    void keepFromCaches() {
        if (!external().isResponseCommitted()) {
            external().setResponseHeader("Cache-Control", "private, no-store");
        }
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(external().getRequestParameterMap().get(name));
    }

    private ExternalContext external() {
        return context.getExternalContext();
    }
}
