package org.amplifyjakarta.it.sample;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.amplifyjakarta.rest.AmplifyRest;
import org.amplifyjakarta.rest.RestApiException;
import org.amplifyjakarta.rest.RestOptions;
import org.amplifyjakarta.rest.RestResponse;

/** Hands each call on to the REST API {@code notes}, signed for whoever makes it. */
@Path("/rest/{path: .*}")
public class RestResource {

    @Inject
    AmplifyRest rest;

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    @GET
    public Response get(@PathParam("path") String path) {
        return forward("GET", path, new byte[0]);
    }

    @HEAD
    public Response head(@PathParam("path") String path) {
        return forward("HEAD", path, new byte[0]);
    }

    @POST
    public Response post(@PathParam("path") String path, byte[] body) {
        return forward("POST", path, body);
    }

    @PUT
    public Response put(@PathParam("path") String path, byte[] body) {
        return forward("PUT", path, body);
    }

    @PATCH
    public Response patch(@PathParam("path") String path, byte[] body) {
        return forward("PATCH", path, body);
    }

    @DELETE
    public Response delete(@PathParam("path") String path) {
        return forward("DELETE", path, new byte[0]);
    }

    private Response forward(String method, String path, byte[] body) {
        String query = uri.getRequestUri().getRawQuery();
        RestOptions options = body.length == 0 ? RestOptions.DEFAULT : RestOptions.DEFAULT.withBody(body);
        String type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        RestOptions typed = type == null || body.length == 0 ? options : options.withHeader("Content-Type", type);
        String encoded = path.replace("%", "%25").replace("?", "%3F").replace("#", "%23");
        try {
            return answer(rest.start(method, "notes", "/" + encoded + (query == null ? "" : "?" + query), typed)
                    .response());
        } catch (RestApiException e) {
            Optional<Response> answered = e.response().map(RestResource::answer);
            return answered.orElseThrow(() -> e);
        }
    }

    private static Response answer(RestResponse response) {
        Response.ResponseBuilder answer = Response.status(response.statusCode());
        response.header("content-type").ifPresent(answer::type);
        response.header("x-note-bytes").ifPresent(bytes -> answer.header("X-Note-Bytes", bytes));
        response.header("x-amzn-errortype").ifPresent(name -> answer.header("X-Amzn-ErrorType", name));
        byte[] body = response.bytes();
        return (body.length == 0 ? answer : answer.entity(body)).build();
    }
}
