package org.amplifyjakarta.jaxrs.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.amplifyjakarta.guard.Refusal;
import org.amplifyjakarta.http.Problem;
import org.amplifyjakarta.jaxrs.authentication.RequestServices;
import org.amplifyjakarta.rest.RestApiException;

/**
 * Answers what calls of other REST APIs throw: 503 where the API does not answer, 502 where it refuses, 500 where the call
 * was wrong from the start. The log says which; the client hears the error's name.
 *
 * <p>Safe for concurrent use.
 */
public class RestApiExceptionMapper implements ExceptionMapper<RestApiException> {

    private static final Logger LOG = System.getLogger(RestApiExceptionMapper.class.getName());
    private static final long SOON_SECONDS = 2;

    @Override
    public Response toResponse(RestApiException failure) {
        LOG.log(Level.WARNING, () -> "AMP-6003 " + failure.getMessage() + " " + failure.remedy());
        RequestServices services = RequestServices.ofApplication();
        return Refusals.answer(
                refusal(failure), services.gate(), services.exchange().request());
    }

    private static Refusal refusal(RestApiException failure) {
        if (failure.response().isPresent()) {
            return new Refusal(new Problem(502, "Bad Gateway", "Another service refused its part.", failure.name()), 0);
        }
        return switch (failure.name()) {
            case "NetworkError", "TimeoutError", "CanceledError" ->
                new Refusal(
                        new Problem(
                                503,
                                "Service Unavailable",
                                "Another service does not answer. Try again.",
                                failure.name()),
                        SOON_SECONDS);
            default ->
                new Refusal(
                        new Problem(
                                500,
                                "Internal Server Error",
                                "The request failed. See the server's log.",
                                failure.name()),
                        0);
        };
    }
}
