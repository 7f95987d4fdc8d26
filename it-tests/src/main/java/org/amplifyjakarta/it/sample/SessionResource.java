package org.amplifyjakarta.it.sample;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.amplifyjakarta.session.AmplifyAuth;
import org.amplifyjakarta.session.FetchAuthSessionOptions;
import org.amplifyjakarta.token.AccessToken;
import org.amplifyjakarta.token.SessionEndedException;
import org.amplifyjakarta.token.Tokens;

/** The session as it is, a guest's too. */
@Path("/session")
public class SessionResource {

    @Inject
    AmplifyAuth auth;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject session(@QueryParam("forceRefresh") boolean forceRefresh) {
        Optional<AccessToken> token = tokens(forceRefresh).map(Tokens::accessToken);
        JsonObjectBuilder json = JsonBodies.object().add("signedIn", token.isPresent());
        JsonBodies.add(json, "username", token.map(AccessToken::username).orElse(null));
        JsonBodies.add(json, "userSub", token.map(AccessToken::subject).orElse(null));
        json.add(
                "groups",
                JsonBodies.JSON.createArrayBuilder(
                        token.map(AccessToken::groups).orElse(List.of())));
        json.addNull("identityId");
        JsonBodies.add(
                json,
                "accessTokenExpiresAt",
                token.map(held -> held.expiresAt().toString()).orElse(null));
        return json.addNull("credentialsExpireAt").build();
    }

    private Optional<Tokens> tokens(boolean forceRefresh) {
        try {
            return auth.fetchAuthSession(new FetchAuthSessionOptions(forceRefresh))
                    .tokens();
        } catch (SessionEndedException e) {
            return Optional.empty();
        }
    }
}
