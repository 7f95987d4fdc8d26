package org.amplifyjakarta.jaxrs.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.amplifyjakarta.graphql.GraphQLException;
import org.amplifyjakarta.guard.Refusal;
import org.amplifyjakarta.http.Problem;
import org.amplifyjakarta.jaxrs.authentication.RequestServices;

/**
 * Answers what the GraphQL API did not do: 403 where its rules forbid it, 409 where a condition did not hold or somebody
 * else wrote in between, 503 where it does
 * not answer, 500 where none is configured, otherwise 502: where it takes no API key, token or signature of ours, for one. From 500
 * on the log says which; the client hears the error's name.
 *
 * <p>Safe for concurrent use.
 */
public class GraphQLExceptionMapper implements ExceptionMapper<GraphQLException> {

    private static final Logger LOG = System.getLogger(GraphQLExceptionMapper.class.getName());
    private static final long SOON_SECONDS = 2;

    @Override
    public Response toResponse(GraphQLException failure) {
        Refusal refusal = refusal(failure);
        if (refusal.problem().status() >= Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
            LOG.log(Level.WARNING, () -> "AMP-6005 " + failure.getMessage() + " " + failure.remedy());
        }
        RequestServices services = RequestServices.ofApplication();
        return Refusals.answer(refusal, services.gate(), services.exchange().request());
    }

    private static Refusal refusal(GraphQLException failure) {
        boolean rulesForbid = failure.isUnauthorized() && failure.statusCode() == 200;
        if (rulesForbid) {
            return of(403, "Forbidden", "This user may not do that.", failure, 0);
        }
        return switch (failure.name()) {
            case "NetworkError", "TimeoutError" ->
                of(503, "Service Unavailable", "The data cannot be had now. Try again.", failure, SOON_SECONDS);
            case "NoEndpoint" ->
                of(500, "Internal Server Error", "The request failed. See the server's log.", failure, 0);
            default ->
                failure.isConditionalCheckFailed() || failure.name().equals("ConflictUnhandled")
                        ? of(409, "Conflict", "The data is not as it was expected to be.", failure, 0)
                        : of(502, "Bad Gateway", "Another service refused its part.", failure, 0);
        };
    }

    private static Refusal of(
            int status, String title, String detail, GraphQLException failure, long retryAfterSeconds) {
        return new Refusal(new Problem(status, title, detail, failure.name()), retryAfterSeconds);
    }
}
