package org.amplifyjakarta.it.sample;

import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Touches no session: the baseline of every measurement. */
@Path("/plain")
public class PlainResource {

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject plain() {
        return JsonBodies.object().add("message", "ok").build();
    }
}
