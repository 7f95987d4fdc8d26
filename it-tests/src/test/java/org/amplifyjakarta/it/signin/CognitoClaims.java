package org.amplifyjakarta.it.signin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Makes the peer's tokens look like those of Cognito; {@code nbf} and {@code azp} of its own stay in.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html">
 *     Cognito: the access token</a>
 */
final class CognitoClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    /** Returns the claim {@code sub} of a user: no name, as with Cognito. */
    static String subject(String username) {
        return UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    public void customize(JwtEncodingContext context) {
        String username =
                Objects.requireNonNull(context.<Authentication>getPrincipal()).getName();
        OAuth2Authorization authorization = Objects.requireNonNull(context.getAuthorization());
        context.getClaims()
                .subject(subject(username))
                .claim("origin_jti", authorization.getId())
                .claim("event_id", UUID.randomUUID().toString())
                .claim("jti", UUID.randomUUID().toString())
                .claim("auth_time", Instant.now().getEpochSecond());
        if (context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
            id(context.getClaims(), username);
        } else {
            access(context, username);
        }
    }

    private static void id(JwtClaimsSet.Builder claims, String username) {
        claims.claim("token_use", "id")
                .claim("cognito:username", username)
                .claim("email", username + "@posts.example")
                .claim("email_verified", true);
    }

    private static void access(JwtEncodingContext context, String username) {
        context.getClaims()
                .claim("token_use", "access")
                .claim("client_id", context.getRegisteredClient().getClientId())
                .claim("username", username)
                .claim("version", 2)
                .claim("scope", String.join(" ", context.getAuthorizedScopes()))
                .claims(claims -> claims.remove("aud"));
    }
}
