package org.amplifyjakarta.it.guard;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;
import org.amplifyjakarta.guard.Authenticated;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What an application that knows MicroProfile JWT sees of its user. */
@Path("/jwt")
@Authenticated
public class JsonWebTokenResource {

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject principal(@Context SecurityContext security) {
        JsonWebToken token = (JsonWebToken) security.getUserPrincipal();
        Set<String> groups = token.getClaim(Claims.groups);
        return Json.createObjectBuilder()
                .add("name", token.getName())
                .add("subject", token.getSubject())
                .add("issuer", token.getIssuer())
                .add("parts", token.getRawToken().split("\\.").length)
                .add("groups", Json.createArrayBuilder(groups))
                .add("expires", token.getExpirationTime())
                .add("tokenUse", token.<String>getClaim("token_use"))
                .add("nothing", String.valueOf(token.<Object>getClaim("nothing")))
                .build();
    }
}
