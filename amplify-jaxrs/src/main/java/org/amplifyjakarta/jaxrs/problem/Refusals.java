package org.amplifyjakarta.jaxrs.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.amplifyjakarta.guard.Gate;
import org.amplifyjakarta.guard.Refusal;
import org.amplifyjakarta.guard.SignInRedirect;
import org.amplifyjakarta.http.AmplifyRequest;
import org.amplifyjakarta.http.Problem;

/** Refusals as answers of Jakarta REST. */
public final class Refusals {

    private Refusals() {}

    /** Returns the problem document, or the way to the sign-in page for a guest who went to a page. */
    public static Response answer(Refusal refusal, Gate gate, AmplifyRequest request) {
        Optional<SignInRedirect> signIn = gate.signIn(refusal, request);
        if (signIn.isPresent()) {
            return personal(toSignIn(signIn.get()));
        }
        byte[] body = refusal.problem().json().toString().getBytes(StandardCharsets.UTF_8);
        Response.ResponseBuilder answer = Response.status(refusal.problem().status())
                .type(Problem.MEDIA_TYPE)
                .entity(body);
        gate.challenge(refusal, request).ifPresent(scheme -> answer.header(HttpHeaders.WWW_AUTHENTICATE, scheme));
        refusal.retryAfter().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return personal(answer);
    }

    private static Response.ResponseBuilder toSignIn(SignInRedirect signIn) {
        Response.ResponseBuilder answer = Response.status(signIn.form().status());
        return signIn.form() == SignInRedirect.Form.PARTIAL_RESPONSE
                ? answer.type(SignInRedirect.PARTIAL_RESPONSE_TYPE)
                        .entity(signIn.partialResponse().getBytes(StandardCharsets.UTF_8))
                // a header, not location(URI): that would be made absolute with the Host that the client sent
                : answer.header(HttpHeaders.LOCATION, signIn.location());
    }

    private static Response personal(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store").build();
    }
}
