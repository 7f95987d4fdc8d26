package org.amplifyjakarta.it.sample;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
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
        return Json.createObjectBuilder()
                .add("signedIn", token.isPresent())
                .add("username", UserJson.text(token.map(AccessToken::username).orElse(null)))
                .add("userSub", UserJson.text(token.map(AccessToken::subject).orElse(null)))
                .add(
                        "groups",
                        Json.createArrayBuilder(token.map(AccessToken::groups).orElse(List.of())))
                .add("identityId", JsonValue.NULL)
                .add(
                        "accessTokenExpiresAt",
                        UserJson.text(
                                token.map(held -> held.expiresAt().toString()).orElse(null)))
                .add("credentialsExpireAt", JsonValue.NULL)
                .build();
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
