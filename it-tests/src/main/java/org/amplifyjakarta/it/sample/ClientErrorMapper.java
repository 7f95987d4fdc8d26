package org.amplifyjakarta.it.sample;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.nio.charset.StandardCharsets;
import org.amplifyjakarta.http.Problem;

/** Tells a client of its own mistake in a problem document, and not the log. */
public class ClientErrorMapper implements ExceptionMapper<ClientErrorException> {

    @Override
    public Response toResponse(ClientErrorException mistake) {
        Response.StatusType status = mistake.getResponse().getStatusInfo();
        Problem problem = new Problem(
                status.getStatusCode(),
                status.getReasonPhrase(),
                "The request is not one that can be answered.",
                mistake.getClass().getSimpleName());
        return Response.fromResponse(mistake.getResponse())
                .entity(problem.json().toString().getBytes(StandardCharsets.UTF_8))
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
