package org.amplifyjakarta.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.guard.Gate;
import org.amplifyjakarta.guard.Refusal;
import org.amplifyjakarta.guard.Requirement;
import org.amplifyjakarta.session.AmplifyPrincipal;
import org.amplifyjakarta.token.SessionEndedException;
import org.amplifyjakarta.token.TokenProvider;
import org.jspecify.annotations.Nullable;

/**
 * A request whose user is that of the session, which is read when somebody asks. Where the container has authenticated somebody
 * itself, its answers stand. A session that is over makes a guest; for one that cannot be checked now, every question about the
 * user throws an {@link UnavailableException}, since a guest might see or do what the user may not.
 */
final class SessionRequest extends HttpServletRequestWrapper {

    /** What a request needs to answer. */
    record Session(TokenProvider tokens, Gate gate, SignOut signOut) {}

    /** Ends the session of the browser. */
    @FunctionalInterface
    interface SignOut {

        /** Ends it, and tells whether there was a way to. */
        boolean isDone();
    }

    private final Session session;
    private boolean signedOut;

    SessionRequest(HttpServletRequest request, Session session) {
        super(request);
        this.session = session;
    }

    /** Returns the one that a request is or wraps; null where there is none. */
    static @Nullable SessionRequest in(ServletRequest request) {
        if (request instanceof SessionRequest session) {
            return session;
        }
        return request instanceof ServletRequestWrapper wrapper ? in(wrapper.getRequest()) : null;
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        Principal own = super.getUserPrincipal();
        return own == null ? user().orElse(null) : own;
    }

    @Override
    public @Nullable String getRemoteUser() {
        return isContainers()
                ? super.getRemoteUser()
                : user().map(AmplifyPrincipal::name).orElse(null);
    }

    @Override
    public @Nullable String getAuthType() {
        return isContainers()
                ? super.getAuthType()
                : user().map(user -> AmplifyPrincipal.SCHEME).orElse(null);
    }

    @Override
    public boolean isUserInRole(String role) {
        return isContainers()
                ? super.isUserInRole(role)
                : user().filter(user -> user.isIn(role)).isPresent();
    }

    /** Sends a guest to sign in, as a guarded page does. */
    @Override
    public boolean authenticate(HttpServletResponse response) throws IOException, ServletException {
        if (isContainers()) {
            return super.authenticate(response);
        }
        Optional<Refusal> refusal;
        try {
            refusal = user().isPresent() ? Optional.empty() : session.gate().by(new Requirement.SignedIn());
        } catch (UnavailableException e) {
            refusal = Optional.of(Refusal.of(e));
        }
        if (refusal.isPresent()) {
            Refusals.answer(refusal.get(), session.gate(), new ServletAmplifyRequest(this), response);
            response.flushBuffer();
        }
        return refusal.isEmpty();
    }

    /** Signs in at the container's own realm: what the user pool asks for may be more than a password. */
    @Override
    public void login(String username, String password) throws ServletException {
        if (!isContainers() && user().isPresent()) {
            throw ServletMessages.signedInAlready();
        }
        super.login(username, password);
    }

    /** Ends the session at the user pool and the container's login, and makes a guest for the rest of this request. */
    @Override
    public void logout() throws ServletException {
        try {
            if (!session.signOut().isDone() && user().isPresent()) {
                throw ServletMessages.notSignedOut();
            }
            signedOut = true;
        } finally {
            super.logout();
        }
    }

    /** Returns what did not answer, if that is why something failed. */
    static Optional<UnavailableException> causeOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnavailableException unavailable) {
                return Optional.of(unavailable);
            }
        }
        return Optional.empty();
    }

    private boolean isContainers() {
        return super.getUserPrincipal() != null;
    }

    private Optional<AmplifyPrincipal> user() {
        if (signedOut) {
            return Optional.empty();
        }
        try {
            return session.tokens().tokens().map(AmplifyPrincipal::new);
        } catch (SessionEndedException e) {
            return Optional.empty();
        }
    }
}
