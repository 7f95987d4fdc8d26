package org.amplifyjakarta.it.sample;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.cognito.IdentityCredentials;
import org.amplifyjakarta.session.AmplifyAuth;
import org.amplifyjakarta.session.AuthSession;
import org.amplifyjakarta.session.FetchAuthSessionOptions;
import org.amplifyjakarta.token.AccessToken;
import org.amplifyjakarta.token.SessionEndedException;
import org.amplifyjakarta.token.Tokens;

/** The session as it is, a guest's too. */
@Path("/session")
public class SessionResource {

    private static final Logger LOG = System.getLogger(SessionResource.class.getName());

    @Inject
    AmplifyAuth auth;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject session(@QueryParam("forceRefresh") boolean forceRefresh) {
        Optional<AuthSession> session = fetch(forceRefresh);
        Optional<AccessToken> token = session.flatMap(AuthSession::tokens).map(Tokens::accessToken);
        Optional<IdentityCredentials> credentials = session.flatMap(SessionResource::credentials);
        JsonObjectBuilder json = JsonBodies.object().add("signedIn", token.isPresent());
        JsonBodies.add(json, "username", token.map(AccessToken::username).orElse(null));
        JsonBodies.add(json, "userSub", token.map(AccessToken::subject).orElse(null));
        json.add(
                "groups",
                JsonBodies.JSON.createArrayBuilder(
                        token.map(AccessToken::groups).orElse(List.of())));
        JsonBodies.add(
                json,
                "identityId",
                credentials.map(IdentityCredentials::identityId).orElse(null));
        JsonBodies.add(
                json,
                "accessTokenExpiresAt",
                token.map(held -> held.expiresAt().toString()).orElse(null));
        return JsonBodies.add(
                        json,
                        "credentialsExpireAt",
                        credentials.map(held -> held.expiration().toString()).orElse(null))
                .build();
    }

    private Optional<AuthSession> fetch(boolean forceRefresh) {
        try {
            return Optional.of(auth.fetchAuthSession(new FetchAuthSessionOptions(forceRefresh)));
        } catch (SessionEndedException e) {
            return Optional.empty();
        }
    }

    /** A session without credentials is still one. */
    private static Optional<IdentityCredentials> credentials(AuthSession session) {
        try {
            return session.credentials();
        } catch (AmplifyException e) {
            LOG.log(Level.WARNING, () -> e.getMessage() + " " + e.remedy());
            return Optional.empty();
        }
    }
}
