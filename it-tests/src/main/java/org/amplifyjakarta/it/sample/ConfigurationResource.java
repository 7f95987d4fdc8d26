package org.amplifyjakarta.it.sample;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.UserPoolConfig;

/** What the pages need to sign a user in; nothing in it is secret. */
@Path("/configuration")
public class ConfigurationResource {

    @Inject
    AmplifyConfig config;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject configuration() {
        UserPoolConfig pool = config.requireUserPool();
        return JsonBodies.object()
                .add("userPoolId", pool.userPoolId())
                .add("userPoolClientId", pool.clientId())
                .add("userPoolEndpoint", pool.endpoint().toString())
                .build();
    }
}
