package org.amplifyjakarta.it.localaws;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.amplifyjakarta.it.localaws.LoginPages.Shown;
import org.amplifyjakarta.it.localaws.LoginSessions.Session;
import org.jspecify.annotations.Nullable;

/** What a browser meets of Cognito's managed login: authorize, the forms, and logout. */
final class ManagedLogin {

    static final String GOOGLE_PATH = "/google/login";

    private static final String EXPIRED_FORM = "The form has expired. Please try again.";
    private static final String WRONG_PASSWORD = "Incorrect username or password.";

    private final PoolUsers users;
    private final RegisteredUrls urls;
    private final AuthorizationCodes codes;
    private final LoginSessions sessions;
    private final InstantSource clock;
    private final String url;

    ManagedLogin(
            PoolUsers users,
            RegisteredUrls urls,
            AuthorizationCodes codes,
            LoginSessions sessions,
            InstantSource clock,
            String url) {
        this.users = users;
        this.urls = urls;
        this.codes = codes;
        this.sessions = sessions;
        this.clock = clock;
        this.url = url;
    }

    Reply authorize(WebRequest request) {
        AuthorizeRequest asked = AuthorizeRequest.read(request.query(), urls);
        Optional<Session> session = sessions.serving(request, asked);
        if (session.isPresent()) {
            // Cognito adds no nonce of its own here, even for a federated user
            return Reply.redirect(
                    codes.callback(asked, session.get().user(), session.get().at(), asked.nonce()));
        }
        if (asked.isPrompt("none")) {
            throw asked.refused("login_required", "The user is not signed in.");
        }
        String form = asked.provider().equals(AuthorizeRequest.GOOGLE) ? GOOGLE_PATH : "/login";
        return Reply.redirect(asked.query().appendedTo(url + form));
    }

    Reply login(WebRequest request) {
        AuthorizeRequest asked = AuthorizeRequest.read(request.query(), urls);
        if (!request.isPost()) {
            String hint = asked.query().text("login_hint").orElse("");
            return LoginPages.login(shown(200, request, asked, ""), hint);
        }
        String username = request.body().text("username").orElse("");
        if (!CsrfToken.isRight(request)) {
            return LoginPages.login(shown(403, request, asked, EXPIRED_FORM), username);
        }
        try {
            LocalUser user = users.withPassword(
                            username, request.body().text("password").orElse(""))
                    .orElseThrow(() -> ServiceError.notAuthorized(WRONG_PASSWORD));
            user.login().requireUsable();
            user.login().requireNoChallenge();
            return signedIn(asked, user, AuthorizeRequest.COGNITO);
        } catch (ServiceError e) {
            return LoginPages.login(shown(400, request, asked, e.text()), username);
        }
    }

    Reply signUp(WebRequest request) {
        AuthorizeRequest asked = AuthorizeRequest.read(request.query(), urls);
        if (!request.isPost()) {
            return LoginPages.signUp(shown(200, request, asked, ""), "", "");
        }
        String username = request.body().text("username").orElse("");
        String email = request.body().text("email").orElse("");
        if (!CsrfToken.isRight(request)) {
            return LoginPages.signUp(shown(403, request, asked, EXPIRED_FORM), username, email);
        }
        try {
            LocalUser user = users.signUp(
                    username, email, request.body().text("password").orElse(""));
            return signedIn(asked, user, AuthorizeRequest.COGNITO);
        } catch (ServiceError e) {
            return LoginPages.signUp(shown(400, request, asked, e.text()), username, email);
        }
    }

    /** Stands for Google's own pages and for the way back from there. */
    Reply google(WebRequest request) {
        AuthorizeRequest asked = AuthorizeRequest.read(request.query(), urls);
        if (!request.isPost()) {
            String hint = asked.query().text("login_hint").orElse("");
            return LoginPages.google(shown(200, request, asked, ""), hint);
        }
        String name = request.body().text("name").orElse("").strip();
        if (!CsrfToken.isRight(request)) {
            return LoginPages.google(shown(403, request, asked, EXPIRED_FORM), name);
        }
        if (name.isEmpty() || name.length() > 128) {
            return LoginPages.google(shown(400, request, asked, "Enter a name, 128 characters at most."), name);
        }
        return signedIn(asked, users.federated(name), AuthorizeRequest.GOOGLE);
    }

    /** Ends the session, and goes to where the app wants or to the sign-in. */
    Reply logout(WebRequest request) {
        Form query = request.query();
        AuthorizeRequest.requireClient(query);
        Optional<String> logoutUri = query.text("logout_uri");
        if (logoutUri.isEmpty()) {
            AuthorizeRequest.requireCallback(query, urls);
            query.required("response_type");
            return sessions.end(Reply.redirect(query.appendedTo(url + "/login")), request);
        }
        if (!urls.isLogout(logoutUri.get())) {
            throw OAuthError.of(
                    "redirect_mismatch", OAuthError.shown(logoutUri.get()) + " is no logout URL of this client.");
        }
        return sessions.end(Reply.redirect(logoutUri.get()), request);
    }

    /** Returns the way back to the app for a user who signed in by a form, without one. */
    String callback(LocalUser user, Form query) {
        AuthorizeRequest asked = AuthorizeRequest.read(query, urls);
        return codes.callback(asked, user, clock.instant(), nonce(asked, user));
    }

    private Reply signedIn(AuthorizeRequest asked, LocalUser user, String provider) {
        Session session = new Session(user, provider, clock.instant());
        return sessions.begin(Reply.redirect(callback(user, asked.query())), session);
    }

    /** Cognito sends Google a nonce of its own, and leaves it in the id token where the app sent none. */
    private static @Nullable String nonce(AuthorizeRequest asked, LocalUser user) {
        boolean federated = user.attributes().containsKey("identities");
        return asked.nonce() == null && federated
                ? Sha256.base64Url(UUID.randomUUID().toString(), 32)
                : asked.nonce();
    }

    /** The form goes on with what the app asked; signing up and signing in lead to one another. */
    private static Shown shown(int status, WebRequest request, AuthorizeRequest asked, String problem) {
        return new Shown(status, asked.query(), CsrfToken.of(request), problem);
    }
}
