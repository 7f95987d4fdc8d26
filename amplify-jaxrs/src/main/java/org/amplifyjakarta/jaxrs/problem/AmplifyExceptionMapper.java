package org.amplifyjakarta.jaxrs.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.guard.Refusal;
import org.amplifyjakarta.jaxrs.authentication.RequestServices;

/**
 * Answers what this library throws: 401 where nobody is signed in or the session is over, 503 with {@code Retry-After}
 * where that cannot be told now, 429 for Cognito's limits, 400 for a code, a password or a name that it does not take, otherwise 500
 * with the error's name alone; the log has the rest.
 *
 * <p>Safe for concurrent use.
 */
public class AmplifyExceptionMapper implements ExceptionMapper<AmplifyException> {

    private static final Logger LOG = System.getLogger(AmplifyExceptionMapper.class.getName());

    @Override
    public Response toResponse(AmplifyException failure) {
        Refusal refusal = Refusal.of(failure);
        if (refusal.problem().status() == Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
            LOG.log(Level.ERROR, () -> "AMP-6001 " + failure.getMessage() + " " + failure.remedy(), failure);
        }
        RequestServices services = RequestServices.ofApplication();
        return Refusals.answer(refusal, services.gate(), services.exchange().request());
    }
}
