package org.amplifyjakarta.it.sample;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.amplifyjakarta.guard.Authenticated;
import org.amplifyjakarta.session.AmplifyAuth;

/** What the user pool knows of the user. */
@Path("/attributes")
@Authenticated
public class AttributesResource {

    @Inject
    AmplifyAuth auth;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject attributes() {
        JsonObjectBuilder attributes = JsonBodies.object();
        auth.fetchUserAttributes().forEach(attributes::add);
        return attributes.build();
    }
}
