package org.amplifyjakarta.it.sample;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.amplifyjakarta.guard.Authenticated;
import org.amplifyjakarta.session.AmplifyAuth;

/** The route handler of the Amplify guide. */
@Path("/get-current-user")
@Authenticated
public class CurrentUserResource {

    @Inject
    AmplifyAuth auth;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject user() {
        return JsonBodies.object()
                .add("user", UserJson.of(auth.getCurrentUser()))
                .build();
    }
}
