package org.amplifyjakarta.it.localaws;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.amplifyjakarta.it.localaws.TokenIssuer.Grant;
import org.jspecify.annotations.Nullable;

/** Cognito user pools: the operations that Amplify JS and this library call. */
final class UserPoolService {

    static final String POOL_ID = "us-east-1_LocalPool";

    private static final String POOL_NAME = "LocalPool";
    private static final int MAX_CHALLENGES = 1_000;

    private final TokenIssuer issuer;
    private final InstantSource clock;
    private final Supplier<Settings> settings;
    private final PoolUsers users;
    private final Grants grants;
    private final Map<String, Srp> challenges = new LinkedHashMap<>();

    UserPoolService(
            TokenIssuer issuer, InstantSource clock, Supplier<Settings> settings, PoolUsers users, Grants grants) {
        this.issuer = issuer;
        this.users = users;
        this.grants = grants;
        this.clock = clock;
        this.settings = settings;
    }

    JsonObject call(String operation, JsonObject request) {
        return switch (operation) {
            case "InitiateAuth" -> initiateAuth(request);
            case "RespondToAuthChallenge" -> respondToAuthChallenge(request);
            case "GetTokensFromRefreshToken" -> getTokensFromRefreshToken(request);
            case "RevokeToken" -> revokeToken(request);
            case "GlobalSignOut" -> globalSignOut(request);
            case "GetUser" -> getUser(request);
            default -> throw ServiceError.of("UnknownOperationException", operation + ": is not served here.");
        };
    }

    /** Signs a user in without a password, as a test needs it. */
    SignedIn signIn(LocalUser user, String clientId, Instant at, int seconds) {
        Grant grant = grant(user, clientId, at);
        return new SignedIn(
                user.username(),
                issuer.accessToken(grant, at, seconds),
                issuer.idToken(grant, at, seconds),
                grants.newToken(grant));
    }

    /** Ends all sessions of a user. */
    void revokeAllOf(String username) {
        grants.revokeAllOf(users.named(username).orElseThrow().sub());
    }

    private JsonObject initiateAuth(JsonObject request) {
        AppClient client = client(request);
        JsonObject parameters = object(request, "AuthParameters");
        String flow = text(request, "AuthFlow");
        switch (flow) {
            case "USER_SRP_AUTH" -> {
                String username = text(parameters, "USERNAME");
                requireSecretHash(client, username, parameters);
                return srpChallenge(username, text(parameters, "SRP_A"));
            }
            case "USER_PASSWORD_AUTH" -> {
                String username = text(parameters, "USERNAME");
                requireSecretHash(client, username, parameters);
                return passwordAnswer(client, username, text(parameters, "PASSWORD"));
            }
            case "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN" -> {
                return refreshByInitiateAuth(client, parameters);
            }
            default -> throw ServiceError.of("InvalidParameterException", flow + " flow not enabled for this client");
        }
    }

    private JsonObject srpChallenge(String username, String srpA) {
        // a user who does not exist gets a challenge as well, as with "prevent user existence errors"
        String password = users.named(username).map(LocalUser::password).orElseGet(() -> UUID.randomUUID()
                .toString());
        Srp srp = new Srp(POOL_NAME, username, password, srpA);
        synchronized (challenges) {
            challenges.put(srp.secretBlock(), srp);
            if (challenges.size() > MAX_CHALLENGES) {
                challenges.remove(challenges.keySet().iterator().next());
            }
        }
        return Json.createObjectBuilder()
                .add("ChallengeName", "PASSWORD_VERIFIER")
                .add(
                        "ChallengeParameters",
                        Json.createObjectBuilder()
                                .add("SALT", srp.saltHex())
                                .add("SECRET_BLOCK", srp.secretBlock())
                                .add("SRP_B", srp.serverBHex())
                                .add("USERNAME", username)
                                .add("USER_ID_FOR_SRP", username))
                .build();
    }

    private JsonObject respondToAuthChallenge(JsonObject request) {
        AppClient client = client(request);
        if (!text(request, "ChallengeName").equals("PASSWORD_VERIFIER")) {
            throw ServiceError.of("InvalidParameterException", "ChallengeName: is not served here.");
        }
        JsonObject responses = object(request, "ChallengeResponses");
        requireSecretHash(client, text(responses, "USERNAME"), responses);
        Srp srp;
        synchronized (challenges) {
            srp = challenges.remove(text(responses, "PASSWORD_CLAIM_SECRET_BLOCK"));
        }
        if (srp == null
                || !srp.isSignedRight(text(responses, "TIMESTAMP"), text(responses, "PASSWORD_CLAIM_SIGNATURE"))) {
            throw wrongPassword();
        }
        return newSession(client, users.named(srp.username()).orElseThrow(UserPoolService::wrongPassword));
    }

    private JsonObject passwordAnswer(AppClient client, String username, String password) {
        return newSession(client, users.withPassword(username, password).orElseThrow(UserPoolService::wrongPassword));
    }

    private JsonObject refreshByInitiateAuth(AppClient client, JsonObject parameters) {
        if (settings.get().rotateRefreshTokens()) {
            throw ServiceError.of(
                    "InvalidParameterException", "REFRESH_TOKEN_AUTH is not enabled with refresh token rotation");
        }
        String token = text(parameters, "REFRESH_TOKEN");
        Grant grant = grants.use(token, client.id(), Duration.ZERO, clock.instant());
        requireSecretHash(client, grant.user().username(), parameters);
        return answer(grant, null);
    }

    private JsonObject getTokensFromRefreshToken(JsonObject request) {
        AppClient client = client(request);
        if (client.secret() != null && !client.secret().equals(request.getString("ClientSecret", ""))) {
            throw ServiceError.notAuthorized("Unable to verify secret for client " + client.id());
        }
        Refreshed refreshed = refresh(client, text(request, "RefreshToken"));
        return answer(refreshed.grant(), refreshed.newToken());
    }

    /** What a refresh token stands for, and the one that comes in its place, null for none. */
    record Refreshed(Grant grant, @Nullable String newToken) {

        @Override
        public String toString() {
            return "Refreshed[" + grant.originJti() + "]";
        }
    }

    /** Takes a refresh token, by the rule of rotation. */
    Refreshed refresh(AppClient client, String token) {
        Settings now = settings.get();
        Grant grant =
                grants.use(token, client.id(), Duration.ofSeconds(now.refreshTokenGraceSeconds()), clock.instant());
        if (!now.rotateRefreshTokens()) {
            return new Refreshed(grant, null);
        }
        grants.rotated(token, clock.instant());
        return new Refreshed(grant, grants.newToken(grant));
    }

    private JsonObject revokeToken(JsonObject request) {
        grants.revoke(text(request, "Token"), client(request).id());
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    private JsonObject globalSignOut(JsonObject request) {
        grants.revokeAllOf(authorized(request).getSubject());
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    private JsonObject getUser(JsonObject request) {
        String sub = authorized(request).getSubject();
        LocalUser user =
                users.withSub(sub).orElseThrow(() -> ServiceError.of("UserNotFoundException", "User does not exist."));
        JsonArrayBuilder attributes = Json.createArrayBuilder();
        user.attributes()
                .forEach((name, value) -> attributes.add(
                        Json.createObjectBuilder().add("Name", name).add("Value", value)));
        return Json.createObjectBuilder()
                .add("Username", user.username())
                .add("UserAttributes", attributes)
                .build();
    }

    private JWTClaimsSet authorized(JsonObject request) {
        return authorized(text(request, "AccessToken"), Grant.API_SCOPE);
    }

    /** Returns the claims of an access token that is alive and has a scope. */
    JWTClaimsSet authorized(String accessToken, String scope) {
        JWTClaimsSet claims = issuer.verified(accessToken, "access", clock.instant())
                .orElseThrow(() -> ServiceError.notAuthorized("Invalid Access Token"));
        if (grants.isRevoked(String.valueOf(claims.getClaim("origin_jti")))) {
            throw ServiceError.notAuthorized("Access Token has been revoked");
        }
        if (!List.of(String.valueOf(claims.getClaim("scope")).split(" ")).contains(scope)) {
            throw ServiceError.notAuthorized("Access Token does not have required scopes");
        }
        return claims;
    }

    private JsonObject newSession(AppClient client, LocalUser user) {
        Grant grant = grant(user, client.id(), clock.instant());
        return answer(grant, grants.newToken(grant));
    }

    private static Grant grant(LocalUser user, String clientId, Instant at) {
        return new Grant(user, clientId, UUID.randomUUID().toString(), at, Grant.API_SCOPE);
    }

    private JsonObject answer(Grant grant, @Nullable String refreshToken) {
        Instant now = clock.instant();
        int seconds = settings.get().accessTokenSeconds();
        JsonObjectBuilder result = Json.createObjectBuilder()
                .add("AccessToken", issuer.accessToken(grant, now, seconds))
                .add("ExpiresIn", seconds)
                .add("IdToken", issuer.idToken(grant, now, seconds))
                .add("TokenType", "Bearer");
        if (refreshToken != null) {
            result.add("RefreshToken", refreshToken);
        }
        return Json.createObjectBuilder()
                .add("AuthenticationResult", result)
                .add("ChallengeParameters", JsonValue.EMPTY_JSON_OBJECT)
                .build();
    }

    private static AppClient client(JsonObject request) {
        String id = text(request, "ClientId");
        return AppClient.named(id)
                .orElseThrow(() ->
                        ServiceError.of("ResourceNotFoundException", "User pool client " + id + " does not exist."));
    }

    private static void requireSecretHash(AppClient client, String username, JsonObject parameters) {
        if (client.secret() == null) {
            return;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(utf8(client.secret()), "HmacSHA256"));
            String expected = Base64.getEncoder().encodeToString(mac.doFinal(utf8(username + client.id())));
            if (!expected.equals(parameters.getString("SECRET_HASH", ""))) {
                throw ServiceError.notAuthorized("SecretHash does not match for the client: " + client.id());
            }
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonObject object(JsonObject request, String name) {
        if (request.get(name) instanceof JsonObject object) {
            return object;
        }
        throw missing(name);
    }

    private static String text(JsonObject request, String name) {
        return Optional.ofNullable(request.get(name))
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> missing(name));
    }

    private static ServiceError missing(String name) {
        return ServiceError.of("InvalidParameterException", "Missing required parameter " + name);
    }

    private static ServiceError wrongPassword() {
        return ServiceError.notAuthorized("Incorrect username or password.");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
