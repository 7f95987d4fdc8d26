package org.amplifyjakarta.it.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.amplifyjakarta.jaxrs.client.AmplifyApi;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The API {@code notes} as an interface. */
@ApplicationScoped
@RegisterRestClient
@AmplifyApi("notes")
@Path("/client notes")
public interface NotesClient {

    record Draft(String text) {}

    @GET
    @Path("/{id}")
    byte[] get(@PathParam("id") String id);

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    JsonObject put(@PathParam("id") String id, byte[] content);

    @POST
    JsonObject post(@QueryParam("a b") String parameter, Draft draft);

    @POST
    @Path("/later")
    CompletionStage<JsonObject> postLater(Draft draft);

    @PATCH
    @Path("/{id}")
    JsonObject patch(@PathParam("id") String id, Draft draft);

    @DELETE
    @Path("/{id}")
    JsonObject delete(@PathParam("id") String id);
}
