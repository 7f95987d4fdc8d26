package org.amplifyjakarta.jaxrs.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.amplifyjakarta.guard.Refusal;
import org.amplifyjakarta.http.Problem;
import org.amplifyjakarta.jaxrs.authentication.RequestServices;
import org.amplifyjakarta.storage.StorageException;

/**
 * Answers what Storage throws: 400 for a path that breaks a rule, 401 without credentials, S3's own 403, 404 and 412, 503
 * where S3 does not answer, otherwise 500 with the error's name alone; the log has the rest.
 *
 * <p>Safe for concurrent use.
 */
public class StorageExceptionMapper implements ExceptionMapper<StorageException> {

    private static final Logger LOG = System.getLogger(StorageExceptionMapper.class.getName());
    private static final long SOON_SECONDS = 2;

    @Override
    public Response toResponse(StorageException failure) {
        Refusal refusal = refusal(failure);
        if (refusal.problem().status() >= Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
            LOG.log(Level.ERROR, () -> "AMP-6002 " + failure.getMessage() + " " + failure.remedy(), failure);
        }
        RequestServices services = RequestServices.ofApplication();
        return Refusals.answer(refusal, services.gate(), services.exchange().request());
    }

    private static Refusal refusal(StorageException failure) {
        return switch (failure.name()) {
            case "NoKey",
                    "InvalidStoragePathInput",
                    "InvalidUrlExpiration",
                    "UrlExpirationMaxLimitExceed",
                    "InvalidUploadSource" -> of(400, "Bad Request", failure.getMessage(), failure);
            case "NoCredentials" -> of(401, "Unauthorized", "This needs AWS credentials. Sign in.", failure);
            case "AccessDeniedByRule" -> of(403, "Forbidden", "This user may not do that.", failure);
            case "NetworkError" ->
                new Refusal(
                        problem(503, "Service Unavailable", "The storage does not answer. Try again.", failure),
                        SOON_SECONDS);
            case "ObjectIsTooLarge" -> of(413, "Content Too Large", failure.getMessage(), failure);
            case "AccessDenied", "403" -> of(403, "Forbidden", "This user may not do that.", failure);
            case "NoSuchKey", "NotFound", "NoSuchVersion" -> of(404, "Not Found", "There is no such object.", failure);
            default -> byStatus(failure);
        };
    }

    /** What else S3 refuses is no fault of the user's. */
    private static Refusal byStatus(StorageException failure) {
        int status = failure.httpStatus();
        if (status == Response.Status.PRECONDITION_FAILED.getStatusCode()) {
            return of(412, "Precondition Failed", "The object is not as it was asked to be.", failure);
        }
        return status == 429 || status >= 500
                ? new Refusal(
                        problem(503, "Service Unavailable", "The storage does not answer. Try again.", failure),
                        SOON_SECONDS)
                : of(500, "Internal Server Error", "The request failed. See the server's log.", failure);
    }

    private static Refusal of(int status, String title, String detail, StorageException failure) {
        return new Refusal(problem(status, title, detail, failure), 0);
    }

    private static Problem problem(int status, String title, String detail, StorageException failure) {
        return new Problem(status, title, detail, failure.name());
    }
}
