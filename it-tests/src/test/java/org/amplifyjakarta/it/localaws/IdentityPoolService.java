package org.amplifyjakarta.it.localaws;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Cognito identity pools: guests, users of the local pool, linking a guest to a user, and the keys that the other
 * services take.
 */
final class IdentityPoolService {

    static final String POOL_ID = "us-east-1:00000000-0000-4000-8000-000000000001";

    private static final String GUEST = "";

    private final TokenIssuer issuer;
    private final InstantSource clock;
    private final Supplier<Settings> settings;

    /** The user, {@link #GUEST} for none, of each identity. */
    private final Map<String, String> users = new ConcurrentHashMap<>();

    private final Map<String, IssuedKey> keys = new ConcurrentHashMap<>();

    IdentityPoolService(TokenIssuer issuer, InstantSource clock, Supplier<Settings> settings) {
        this.issuer = issuer;
        this.clock = clock;
        this.settings = settings;
    }

    JsonObject call(String operation, JsonObject request) {
        return switch (operation) {
            case "GetId" -> getId(request);
            case "GetCredentialsForIdentity" -> getCredentials(request);
            default -> throw ServiceError.of("UnknownOperationException", operation + ": is not served here.");
        };
    }

    /** Returns the key of that id, if it was issued and has not expired. */
    Optional<IssuedKey> key(String accessKeyId) {
        return Optional.ofNullable(keys.get(accessKeyId))
                .filter(key -> clock.instant().isBefore(key.expiration()));
    }

    /** Removes an identity, as an administrator can. */
    void delete(String identityId) {
        users.remove(identityId);
    }

    private JsonObject getId(JsonObject request) {
        if (!POOL_ID.equals(request.getString("IdentityPoolId", ""))) {
            throw ServiceError.of("ResourceNotFoundException", "IdentityPool not found.");
        }
        String user = user(request);
        String identity = user.equals(GUEST) ? create(user) : identityOf(user);
        return Json.createObjectBuilder().add("IdentityId", identity).build();
    }

    private synchronized String identityOf(String user) {
        return users.entrySet().stream()
                .filter(entry -> entry.getValue().equals(user))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> create(user));
    }

    private String create(String user) {
        String identity = "us-east-1:" + UUID.randomUUID();
        users.put(identity, user);
        return identity;
    }

    private synchronized JsonObject getCredentials(JsonObject request) {
        String identity = request.getString("IdentityId", "");
        String owner = users.get(identity);
        if (owner == null) {
            throw ServiceError.of("ResourceNotFoundException", "Identity '" + identity + "' not found.");
        }
        String user = user(request);
        if (owner.equals(GUEST) && !user.equals(GUEST)) {
            // a guest becomes a user; a user who had an identity keeps that
            String known = identityOf(user, identity);
            users.put(identity, user);
            identity = known;
        } else if (!owner.equals(user)) {
            throw ServiceError.notAuthorized("Logins don't match. Please include at least one valid login.");
        }
        return Json.createObjectBuilder()
                .add("IdentityId", identity)
                .add("Credentials", issue(identity, user, text(request, "CustomRoleArn")))
                .build();
    }

    private String identityOf(String user, String guest) {
        return users.entrySet().stream()
                .filter(entry -> entry.getValue().equals(user))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(guest);
    }

    private JsonObject issue(String identity, String user, @Nullable String roleArn) {
        Instant expiration = clock.instant().plusSeconds(settings.get().credentialsSeconds());
        String id = "ASIA" + random().substring(0, 16).toUpperCase(Locale.ROOT);
        IssuedKey key = new IssuedKey(id, random(), random() + random(), identity, user, roleArn, expiration);
        keys.put(id, key);
        return Json.createObjectBuilder()
                .add("AccessKeyId", key.accessKeyId())
                .add("SecretKey", key.secretKey())
                .add("SessionToken", key.sessionToken())
                .add("Expiration", expiration.getEpochSecond())
                .build();
    }

    /** The user whom the logins name, {@link #GUEST} for none. */
    private String user(JsonObject request) {
        if (!(request.get("Logins") instanceof JsonObject logins) || logins.isEmpty()) {
            return GUEST;
        }
        String provider = logins.keySet().iterator().next();
        JWTClaimsSet claims = issuer.verified(logins.getString(provider), "id", clock.instant())
                .orElseThrow(() -> ServiceError.notAuthorized("Invalid login token."));
        if (!claims.getIssuer().replaceFirst("^\\w+://", "").equals(provider)) {
            throw ServiceError.notAuthorized("Token is not from a supported provider of this identity pool.");
        }
        return claims.getSubject();
    }

    private static @Nullable String text(JsonObject request, String name) {
        return request.get(name) instanceof JsonString text ? text.getString() : null;
    }

    private static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
