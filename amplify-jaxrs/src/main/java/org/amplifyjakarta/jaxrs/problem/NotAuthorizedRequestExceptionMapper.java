package org.amplifyjakarta.jaxrs.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.jaxrs.client.NotAuthorizedRequestException;

/**
 * Answers what kept a Jakarta REST client from authorizing a request as that itself is answered.
 *
 * <p>Safe for concurrent use.
 */
public class NotAuthorizedRequestExceptionMapper implements ExceptionMapper<NotAuthorizedRequestException> {

    @Context
    @SuppressWarnings("NullAway.Init") // the container sets it
    Providers providers;

    @Override
    public Response toResponse(NotAuthorizedRequestException refused) {
        return answer(refused.failure());
    }

    @SuppressWarnings("unchecked") // a mapper of a class takes its instances
    private <T extends AmplifyException> Response answer(T failure) {
        return providers.getExceptionMapper((Class<T>) failure.getClass()).toResponse(failure);
    }
}
