package org.amplifyjakarta.jaxrs.authentication;

import jakarta.json.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amplifyjakarta.session.AmplifyPrincipal;
import org.amplifyjakarta.token.AccessToken;
import org.amplifyjakarta.token.Tokens;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The user's access token as MicroProfile JWT sees one. Loaded only where that API is on the class path. Immutable.
 *
 * @see <a href="https://download.eclipse.org/microprofile/microprofile-jwt-auth-2.1/microprofile-jwt-auth-spec-2.1.html">
 *     MicroProfile JWT 2.1</a>
 */
final class AmplifyJsonWebToken extends AmplifyPrincipal implements JsonWebToken {

    private final AccessToken token;

    AmplifyJsonWebToken(Tokens tokens) {
        super(tokens);
        this.token = tokens.accessToken();
    }

    @Override
    public String getRawToken() {
        return token.jwt().reveal();
    }

    @Override
    public Set<String> getGroups() {
        return new LinkedHashSet<>(token.groups());
    }

    @Override
    public Set<String> getClaimNames() {
        return token.claims().keySet();
    }

    /** Types are those of the specification: text, {@code Long} for times, sets for lists of texts, else JSON values. */
    @Override
    @SuppressWarnings({"unchecked", "NullAway"})
    public <T extends @Nullable Object> T getClaim(String name) {
        return (T)
                switch (name) {
                    case "raw_token" -> getRawToken();
                    case "groups" -> getGroups();
                    default -> typed(token.claims().get(name));
                };
    }

    private static @Nullable Object typed(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        if (value instanceof List<?> list) {
            return list.stream().allMatch(String.class::isInstance)
                    ? new LinkedHashSet<>(list)
                    : Json.createArrayBuilder((Collection<?>) list).build();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> named = new LinkedHashMap<>();
            map.forEach((key, inner) -> named.put(String.valueOf(key), inner));
            return Json.createObjectBuilder(named).build();
        }
        return value;
    }
}
