package org.amplifyjakarta.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.amplifyjakarta.guard.Gate;
import org.amplifyjakarta.guard.Refusal;
import org.amplifyjakarta.guard.SignInRedirect;
import org.amplifyjakarta.http.AmplifyRequest;

/** Refusals as answers of a servlet container. */
public final class Refusals {

    private static final String ENDED = Refusals.class.getName();

    private Refusals() {}

    /**
     * Answers before the application comes to see the request, and sees to it that it does not: Open Liberty lets a request to what is
     * not constrained go on whatever an authentication mechanism says, and writes a redirect of its own unless the answer is on its way.
     */
    public static void end(Refusal refusal, Gate gate, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(ENDED, true);
        answer(refusal, gate, new ServletAmplifyRequest(request), response);
        response.flushBuffer();
    }

    static boolean haveEnded(HttpServletRequest request) {
        return request.getAttribute(ENDED) != null;
    }

    /** Writes the problem document, or the way to the sign-in page for a guest who went to a page. */
    public static void answer(Refusal refusal, Gate gate, AmplifyRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "private, no-store");
        Optional<SignInRedirect> signIn = gate.signIn(refusal, request);
        if (signIn.isPresent()) {
            toSignIn(signIn.get(), response);
            return;
        }
        gate.challenge(refusal, request).ifPresent(scheme -> response.setHeader("WWW-Authenticate", scheme));
        refusal.retryAfter().ifPresent(seconds -> response.setHeader("Retry-After", seconds));
        RouteResponses.write(refusal.problem(), response);
    }

    private static void toSignIn(SignInRedirect signIn, HttpServletResponse response) throws IOException {
        int status = signIn.form().status();
        if (signIn.form() == SignInRedirect.Form.PARTIAL_RESPONSE) {
            RouteResponses.body(response, status, SignInRedirect.PARTIAL_RESPONSE_TYPE, signIn.partialResponse());
        } else {
            // a header, not sendRedirect: that would be made absolute with the Host that the client sent
            response.setStatus(status);
            response.setHeader("Location", signIn.location());
        }
    }
}
