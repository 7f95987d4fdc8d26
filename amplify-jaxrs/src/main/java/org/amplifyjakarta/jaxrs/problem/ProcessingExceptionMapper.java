package org.amplifyjakarta.jaxrs.problem;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import org.amplifyjakarta.AmplifyException;

/**
 * Answers what kept a Jakarta REST client from authorizing a request as that itself is answered. Every other failure of
 * a client is left to whom it would have been for without this mapper.
 *
 * <p>Safe for concurrent use.
 */
public class ProcessingExceptionMapper implements ExceptionMapper<ProcessingException> {

    @Context
    @SuppressWarnings("NullAway.Init") // the container sets it
    Providers providers;

    @Override
    public Response toResponse(ProcessingException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof AmplifyException ours) {
                return answer(ours);
            }
        }
        ExceptionMapper<RuntimeException> others = providers.getExceptionMapper(RuntimeException.class);
        if (others == null) {
            throw failure;
        }
        return others.toResponse(failure);
    }

    @SuppressWarnings("unchecked") // a mapper of a class takes its instances
    private <T extends AmplifyException> Response answer(T failure) {
        return providers.getExceptionMapper((Class<T>) failure.getClass()).toResponse(failure);
    }
}
