package org.amplifyjakarta.it.sample;

import jakarta.annotation.security.RolesAllowed;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** For members of the group {@code admins}. */
@Path("/admin")
@RolesAllowed("admins")
public class AdminResource {

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject admin() {
        return JsonBodies.object().add("message", "ok").build();
    }
}
