package org.amplifyjakarta.servlet;

import jakarta.enterprise.inject.UnsatisfiedResolutionException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.guard.Gate;
import org.amplifyjakarta.guard.Refusal;
import org.amplifyjakarta.guard.Requirement;
import org.amplifyjakarta.http.AmplifyRequest;
import org.amplifyjakarta.http.ExchangeBinding;
import org.amplifyjakarta.session.AmplifyServerRunner;
import org.amplifyjakarta.signin.SignInRoutes;
import org.jspecify.annotations.Nullable;

/**
 * The configured rules for everything that the container dispatches: pages, static files, servlets. What Jakarta REST
 * serves is left to its annotations where no pattern names it.
 */
final class PageGate {

    private record Services(AmplifyServerRunner runner, Gate gate, ExchangeBinding exchange, RouteResponses routes) {}

    private volatile @Nullable Services services;

    /** Answers a request that may not pass, or is one of our routes, and tells whether it did. */
    boolean answers(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Services known = services();
        if (known == null) {
            return false;
        }
        known.exchange.bindIfAbsent(clock -> ServletExchange.of(request, clock));
        Gate gate = known.gate;
        AmplifyRequest seen = new ServletAmplifyRequest(request);
        Optional<Refusal> refusal;
        try {
            refusal = gate.ofOrigin(seen);
            if (refusal.isEmpty()) {
                if (known.routes.answers(request, known.exchange.exchange(), known.runner.current(), response)) {
                    return true;
                }
                refusal = byRules(gate, seen, request);
            }
        } catch (AmplifyException e) {
            refusal = Optional.of(Refusal.of(e));
        }
        if (refusal.isPresent()) {
            answer(gate, refusal.get(), seen, response);
        }
        return refusal.isPresent();
    }

    private static Optional<Refusal> byRules(Gate gate, AmplifyRequest seen, HttpServletRequest request) {
        Optional<Requirement> byPath = gate.byPath(List.of(seen.path()));
        if (byPath.isPresent()) {
            return gate.by(byPath.get());
        }
        return gate.isClosedByDefault() && !RestApplications.serve(request)
                ? gate.by(new Requirement.SignedIn())
                : Optional.empty();
    }

    private static void answer(Gate gate, Refusal refusal, AmplifyRequest seen, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "private, no-store");
        Optional<String> signIn = gate.signIn(refusal, seen);
        if (signIn.isPresent()) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", signIn.get());
            return;
        }
        gate.challenge(refusal, seen).ifPresent(scheme -> response.setHeader("WWW-Authenticate", scheme));
        refusal.retryAfter().ifPresent(seconds -> response.setHeader("Retry-After", seconds));
        RouteResponses.write(refusal.problem(), response);
    }

    private @Nullable Services services() {
        Services known = services;
        if (known == null) {
            try {
                AmplifyServerRunner runner =
                        CDI.current().select(AmplifyServerRunner.class).get();
                known = new Services(
                        runner,
                        new Gate(runner),
                        CDI.current().select(ExchangeBinding.class).get(),
                        new RouteResponses(
                                CDI.current().select(SignInRoutes.class).get()));
                services = known;
            } catch (IllegalStateException | UnsatisfiedResolutionException e) {
                // an application without CDI: nothing of this library is used in it
                return null;
            }
        }
        return known;
    }
}
