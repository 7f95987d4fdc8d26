package org.amplifyjakarta.security;

import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.guard.Gate;
import org.amplifyjakarta.guard.Refusal;
import org.amplifyjakarta.guard.Requirement;
import org.amplifyjakarta.http.AmplifyRequest;
import org.amplifyjakarta.http.ExchangeBinding;
import org.amplifyjakarta.servlet.Refusals;
import org.amplifyjakarta.servlet.ServletAmplifyRequest;
import org.amplifyjakarta.servlet.ServletExchange;
import org.amplifyjakarta.session.AmplifyPrincipal;
import org.amplifyjakarta.session.AmplifyServerRunner;
import org.amplifyjakarta.signin.SignInRoutes;
import org.amplifyjakarta.token.Tokens;

/**
 * Tells the container at each request who is signed in, before anything else of the application runs. Keeps nothing: neither the
 * container nor an HTTP session remembers a user.
 *
 * <p>A guest who asks for what is constrained is sent to sign in, or refused, as by the path patterns. While it cannot be told who a user
 * is, every request of theirs gets 503: as a guest they would be refused, or seen, where nobody asks us again.
 *
 * <p>Safe for concurrent use.
 */
@Configured
public class AmplifyAuthenticationMechanism implements HttpAuthenticationMechanism {

    private static final String ANY_USER = "**";

    private final AmplifyServerRunner runner;
    private final ExchangeBinding exchange;
    private final SignInRoutes routes;

    // for the client proxy
    @SuppressWarnings("NullAway")
    AmplifyAuthenticationMechanism() {
        this(null, null, null);
    }

    @Inject
    public AmplifyAuthenticationMechanism(AmplifyServerRunner runner, ExchangeBinding exchange, SignInRoutes routes) {
        this.runner = runner;
        this.exchange = exchange;
        this.routes = routes;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        exchange.bindIfAbsent(clock -> ServletExchange.of(request, response, clock));
        AmplifyRequest seen = new ServletAmplifyRequest(request);
        Gate gate = new Gate(runner);
        Optional<Refusal> refusal;
        try {
            refusal = gate.ofOrigin(seen);
            if (refusal.isEmpty()) {
                if (isWayIn(seen)) {
                    return context.doNothing();
                }
                refusal = gate.by(new Requirement.SignedIn());
            }
            if (refusal.isEmpty()) {
                return told(context);
            }
        } catch (AmplifyException e) {
            refusal = Optional.of(Refusal.of(e));
        }
        boolean mayBeGuest = !context.isProtected() && !context.isAuthenticationRequest();
        return mayBeGuest && refusal.get().isForGuest()
                ? context.doNothing()
                : refused(refusal.get(), gate, request, response);
    }

    private AuthenticationStatus told(HttpMessageContext context) {
        Tokens tokens = runner.current().tokens().tokens().orElseThrow();
        Set<String> groups = tokens.accessToken().groups().stream()
                .filter(group -> !group.equals(ANY_USER))
                .collect(Collectors.toSet());
        return context.notifyContainerAboutLogin(new AmplifyPrincipal(tokens), groups);
    }

    /** The sign-in routes and page are not held up by a session that is in trouble, and lead nobody to themselves. */
    private boolean isWayIn(AmplifyRequest seen) {
        AmplifyConfig config = runner.current().config();
        return routes.areAsked(config, seen)
                || seen.path().equals(config.web().guard().signInPage());
    }

    private static AuthenticationStatus refused(
            Refusal refusal, Gate gate, HttpServletRequest request, HttpServletResponse response) {
        try {
            Refusals.end(refusal, gate, request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return refusal.isForGuest() ? AuthenticationStatus.SEND_CONTINUE : AuthenticationStatus.SEND_FAILURE;
    }
}
