package org.amplifyjakarta.it.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.jaxrs.client.SignedRequestFilter;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls the API with other clients than this library's. */
@Path("/")
public class ClientResource {

    @Inject
    @RestClient
    NotesClient notes;

    @Inject
    @RestClient
    MineClient mine;

    @Inject
    AmplifyConfig config;

    @GET
    @Path("note")
    public byte[] get() {
        return notes.get("1 ü");
    }

    @PUT
    @Path("note")
    public JsonObject put(byte[] content) {
        return notes.put("1 ü", content);
    }

    @POST
    @Path("note")
    public JsonObject post() {
        return notes.post("c+d&", new NotesClient.Draft("grün"));
    }

    @POST
    @Path("later")
    public CompletionStage<JsonObject> postLater() {
        return notes.postLater(new NotesClient.Draft("later"));
    }

    @PATCH
    @Path("note")
    public JsonObject patch() {
        return notes.patch("1 ü", new NotesClient.Draft("x"));
    }

    @DELETE
    @Path("note")
    public JsonObject delete() {
        return notes.delete("1 ü");
    }

    @GET
    @Path("mine")
    public String mine() {
        return mine.get();
    }

    @POST
    @Path("plain")
    public JsonObject plain(@QueryParam("host") String host) {
        String endpoint = Objects.requireNonNull(config.apis().rest().get("notes"))
                .endpoint()
                .toString();
        try (Client client = ClientBuilder.newClient().register(SignedRequestFilter.of("notes"))) {
            return client.target(endpoint.replace("127.0.0.1", host).replace("localhost", host))
                    .path("plain")
                    .request()
                    .post(Entity.json(new NotesClient.Draft("plain")), JsonObject.class);
        }
    }
}
