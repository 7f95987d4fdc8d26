package org.amplifyjakarta.servlet;

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

/**
 * The configured rules for everything that the container dispatches: pages, static files, servlets. What Jakarta REST
 * serves is left to its annotations where no pattern names it.
 */
record PageGate(PageServices services) {

    /** Answers a request that may not pass, or is one of our routes, and tells whether it did. */
    boolean answers(HttpServletRequest request, HttpServletResponse response) throws IOException {
        services.exchange().bindIfAbsent(clock -> ServletExchange.of(request, clock));
        Gate gate = services.gate();
        AmplifyRequest seen = new ServletAmplifyRequest(request);
        Optional<Refusal> refusal;
        try {
            refusal = gate.ofOrigin(seen);
            if (refusal.isEmpty()) {
                if (services.routes()
                        .answers(
                                request,
                                services.exchange().exchange(),
                                services.runner().current(),
                                response)) {
                    return true;
                }
                refusal = byRules(gate, seen, request);
            }
        } catch (AmplifyException e) {
            refusal = Optional.of(Refusal.of(e));
        }
        if (refusal.isPresent()) {
            Refusals.answer(refusal.get(), gate, seen, response);
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
}
