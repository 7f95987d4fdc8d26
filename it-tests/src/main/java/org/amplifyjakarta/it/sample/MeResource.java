package org.amplifyjakarta.it.sample;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.amplifyjakarta.guard.Authenticated;
import org.amplifyjakarta.session.AmplifyAuth;

/** Who is signed in. */
@Path("/me")
@Authenticated
public class MeResource {

    @Inject
    AmplifyAuth auth;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject me() {
        return UserJson.of(auth.getCurrentUser());
    }
}
