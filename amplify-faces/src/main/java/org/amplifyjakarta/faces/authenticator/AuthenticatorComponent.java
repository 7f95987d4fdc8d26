package org.amplifyjakarta.faces.authenticator;

import jakarta.faces.application.ResourceDependency;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.component.visit.VisitCallback;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.event.ComponentSystemEvent;
import jakarta.faces.event.FacesEvent;
import jakarta.faces.event.ListenerFor;
import jakarta.faces.event.PostAddToViewEvent;
import java.io.IOException;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.faces.FacesServices;
import org.amplifyjakarta.faces.FormRequest;
import org.amplifyjakarta.faces.Texts;
import org.amplifyjakarta.faces.user.SignInAddress;
import org.jspecify.annotations.Nullable;

/**
 * What is in this tag only a signed-in user sees; others get the forms to become one: sign in, sign up with its confirmation,
 * forgotten and new password, second factors and their set-up. Nothing in the tag is decoded or invoked for a guest; what a script
 * asks of it after the session ended leads to the forms.
 *
 * <pre>{@code
 * <amplify:authenticator>
 *     <h:form>…</h:form>
 * </amplify:authenticator>
 * }</pre>
 *
 * <p>The forms work without a script. Passwords go no further than this server: they are proved to Cognito by SRP. Fields and checks
 * are those of the configured user pool; what is begun and not done is kept in a cookie, so a reload and the back button do no
 * harm, and stateless views ({@code <f:view transient="true">}) do too. After signing in the browser goes to {@code returnTo} of the
 * address, a local path, or to the page itself. Each form must come from the application's own origin.
 *
 * <p>The page is not for caches. Texts: {@link Texts}; looks: the library {@code amplify}, {@code authenticator.css}, whose custom
 * properties an application sets.
 */
@FacesComponent(AuthenticatorComponent.COMPONENT_TYPE)
@ResourceDependency(library = "amplify", name = "authenticator.css", target = "head")
@ResourceDependency(library = "amplify", name = "authenticator.js", target = "head")
@ListenerFor(systemEventClass = PostAddToViewEvent.class)
public final class AuthenticatorComponent extends UIComponentBase {

    /** The component type, {@value}. */
    public static final String COMPONENT_TYPE = "org.amplifyjakarta.faces.Authenticator";

    private enum PropertyKeys {
        managedLogin,
        signUp,
        issuer
    }

    /** A form that did not do; kept with the request, since a view may be built anew before it is rendered. */
    private record Again(FormKind kind, Shown shown) {}

    @Override
    public String getFamily() {
        return COMPONENT_TYPE;
    }

    /** Tells whether guests get links to managed login instead of forms. */
    public boolean isManagedLogin() {
        return (Boolean) getStateHelper().eval(PropertyKeys.managedLogin, false);
    }

    public void setManagedLogin(boolean managedLogin) {
        getStateHelper().put(PropertyKeys.managedLogin, managedLogin);
    }

    /** Tells whether people may sign up by themselves; so unless it is said. */
    public boolean isSignUp() {
        return (Boolean) getStateHelper().eval(PropertyKeys.signUp, true);
    }

    public void setSignUp(boolean signUp) {
        getStateHelper().put(PropertyKeys.signUp, signUp);
    }

    /** Returns what an authenticator app shows above the user's name; the host unless it is said. */
    public @Nullable String getIssuer() {
        return (String) getStateHelper().eval(PropertyKeys.issuer);
    }

    public void setIssuer(String issuer) {
        getStateHelper().put(PropertyKeys.issuer, issuer);
    }

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    /** Keeps the page from caches before anything of it is written, and sends on who is signed in already. */
    @Override
    public void processEvent(ComponentSystemEvent event) {
        super.processEvent(event);
        if (!isRendered()) {
            return;
        }
        AuthenticatorRequest request = new AuthenticatorRequest(event.getFacesContext());
        request.keepFromCaches();
        if (!event.getFacesContext().isPostback() && request.isSignedIn()) {
            request.page().asked(request.context()).ifPresent(request::redirect);
        }
    }

    /** Scripts name the components that they want decoded or rendered; for a guest the content is not among them. */
    @Override
    public boolean visitTree(VisitContext context, VisitCallback callback) {
        if (!context.getHints().contains(VisitHint.SKIP_UNRENDERED)
                || !isRendered()
                || isSignedIn(context.getFacesContext())) {
            return super.visitTree(context, callback);
        }
        return context.invokeVisitCallback(this, callback) == VisitResult.COMPLETE;
    }

    @Override
    public void processDecodes(FacesContext context) {
        if (!isRendered()) {
            return;
        }
        FormRequest form = FormRequest.of(this, context);
        if (isSignedIn(context)) {
            super.processDecodes(context);
            if (form.isSent(context)) {
                // in another tab somebody was faster
                AuthenticatorRequest request = new AuthenticatorRequest(context);
                request.redirect(request.target());
            }
        } else if (!isLeftToManagedLogin(context)) {
            form.queueIfSent(this, context);
        }
    }

    @Override
    public void processValidators(FacesContext context) {
        if (isSignedIn(context)) {
            super.processValidators(context);
        }
    }

    @Override
    public void processUpdates(FacesContext context) {
        if (isSignedIn(context)) {
            super.processUpdates(context);
        }
    }

    @Override
    public void broadcast(FacesEvent event) {
        super.broadcast(event);
        if (!FormRequest.refuses(event.getFacesContext())) {
            perform(new AuthenticatorRequest(event.getFacesContext()));
        }
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        super.encodeBegin(context);
        if (!isSignedIn(context)) {
            encodeForms(new AuthenticatorRequest(context));
        }
    }

    @Override
    public void encodeChildren(FacesContext context) throws IOException {
        if (isSignedIn(context)) {
            super.encodeChildren(context);
        }
    }

    private void perform(AuthenticatorRequest request) {
        Submission sent = Submission.of(FormRequest.of(this, request.context()).values(request.context()));
        Outcome outcome = new Actions(request.services().authentication(), forms(request)).perform(sent);
        if (outcome instanceof Outcome.SignedIn) {
            request.redirect(request.target());
        } else if (outcome instanceof Outcome.Continued) {
            request.redirect(
                    request.page().without(AuthenticatorRequest.PARAMETER).text());
        } else if (outcome instanceof Outcome.ToSignIn done) {
            request.redirect(request.page()
                    .with(AuthenticatorRequest.PARAMETER, done.notice().key())
                    .text());
        } else if (outcome instanceof Outcome.Rejected rejected) {
            Shown shown = new Shown(rejected.failure(), null, sent.open());
            request.context().getAttributes().put(key(request.context()), new Again(sent.kind(), shown));
            request.context()
                    .getExternalContext()
                    .setResponseStatus(rejected.failure().status());
        }
    }

    private void encodeForms(AuthenticatorRequest request) throws IOException {
        FacesContext context = request.context();
        ResponseWriter writer = context.getResponseWriter();
        Texts texts = Texts.of(context);
        AmplifyConfig config = request.services().config();
        Again again = again(request);
        FormWriter form = new FormWriter(context, this, texts, again.shown);
        FederatedLinks federated =
                new FederatedLinks(new SignInAddress(config, request.page()), texts, request.target());
        writer.startElement("section", this);
        writer.writeAttribute("id", getClientId(context), "id");
        writer.writeAttribute("class", "amplify-authenticator", null);
        writer.writeAttribute("aria-labelledby", form.titleId(), null);
        // for the script
        writer.writeAttribute("data-show", texts.get("password.show"), null);
        writer.writeAttribute("data-hide", texts.get("password.hide"), null);
        if (isLeftToManagedLogin(context)) {
            form.writeTitle(texts.get("signIn.title"));
            federated.writeManagedLogin(writer, isSignUp());
        } else {
            form.write(forms(request).of(again.kind, request.pending().orElse(null)), issuer(context));
            if (again.kind == FormKind.SIGN_IN || again.kind == FormKind.SIGN_UP) {
                federated.write(writer);
            }
        }
        writer.endElement("section");
    }

    private boolean isLeftToManagedLogin(FacesContext context) {
        return isManagedLogin() && FacesServices.of(context).config().web().routes() != null;
    }

    /** Of a step that is over by now nothing is left but what went wrong. */
    private Again again(AuthenticatorRequest request) {
        if (!(request.context().getAttributes().get(key(request.context())) instanceof Again kept)) {
            return new Again(request.kind(isSignUp()), request.shown());
        }
        boolean isOver = !kept.kind.isAddressable()
                && request.pending()
                        .filter(step -> FormKind.of(step) == kept.kind)
                        .isEmpty();
        return isOver ? new Again(FormKind.SIGN_IN, kept.shown) : kept;
    }

    private String key(FacesContext context) {
        return COMPONENT_TYPE + ":" + getClientId(context);
    }

    private Forms forms(AuthenticatorRequest request) {
        return new Forms(request.services().config().auth(), Texts.of(request.context()), isSignUp());
    }

    private String issuer(FacesContext context) {
        String issuer = getIssuer();
        return issuer == null ? context.getExternalContext().getRequestServerName() : issuer;
    }

    private static boolean isSignedIn(FacesContext context) {
        return new AuthenticatorRequest(context).isSignedIn();
    }
}
