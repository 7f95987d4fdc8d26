package org.amplifyjakarta.it.localaws;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.amplifyjakarta.it.localaws.TokenIssuer.Grant;
import org.jspecify.annotations.Nullable;

/** Answers of the token endpoint, true and tampered with. */
final class TokenAnswers {

    static final String ELSEWHERE = "/elsewhere";

    private static final int HUGE_CHARACTERS = 10 * 1024 * 1024;
    private static final int HALF_DIGEST = 16;

    private final TokenIssuer issuer;
    private final InstantSource clock;
    private final Supplier<Settings> settings;
    private final String elsewhere;
    private volatile TokenAnswer answer = TokenAnswer.USUAL;

    /** Makes answers; {@code elsewhere} is the URL that a tampered one redirects to. */
    TokenAnswers(TokenIssuer issuer, InstantSource clock, Supplier<Settings> settings, String elsewhere) {
        this.issuer = issuer;
        this.clock = clock;
        this.settings = settings;
        this.elsewhere = elsewhere;
    }

    void answer(TokenAnswer next) {
        answer = next;
    }

    Reply reply(Grant grant, @Nullable String nonce, @Nullable String refreshToken) {
        TokenAnswer now = answer;
        return switch (now) {
            case ERROR_WITH_200 ->
                Reply.json(
                        200,
                        Json.createObjectBuilder().add("error", "invalid_grant").build());
            case HTML -> LoginPages.error(200, "proxy", "This is no JSON.");
            case REDIRECT -> Reply.empty(307).with("Location", elsewhere);
            default -> Reply.json(200, tokens(now, grant, nonce, refreshToken).build());
        };
    }

    private JsonObjectBuilder tokens(
            TokenAnswer now, Grant grant, @Nullable String nonce, @Nullable String refreshToken) {
        Instant at = clock.instant();
        int seconds = settings.get().accessTokenSeconds();
        String accessToken = issuer.accessToken(grant, at, seconds);
        JsonObjectBuilder tokens = Json.createObjectBuilder();
        if (grant.allows("openid") && now != TokenAnswer.NO_ID_TOKEN) {
            tokens.add("id_token", idToken(now, grant, at, claims -> {
                claims.claim("at_hash", Sha256.base64Url(accessToken, HALF_DIGEST));
                claims.claim("nonce", now == TokenAnswer.OTHER_NONCE ? "a-nonce-that-nobody-sent" : nonce);
            }));
        }
        tokens.add("access_token", accessToken);
        if (refreshToken != null && now != TokenAnswer.NO_REFRESH_TOKEN) {
            tokens.add("refresh_token", refreshToken);
        }
        if (now == TokenAnswer.HUGE) {
            tokens.add("padding", "x".repeat(HUGE_CHARACTERS));
        }
        return tokens.add("expires_in", seconds).add("token_type", "Bearer");
    }

    private String idToken(TokenAnswer now, Grant grant, Instant at, Consumer<JWTClaimsSet.Builder> more) {
        int seconds = settings.get().accessTokenSeconds();
        return switch (now) {
            case OTHER_USER -> issuer.idToken(ofAnotherUser(grant), at, seconds, more);
            case OTHER_CLIENT ->
                issuer.idToken(grant, at, seconds, claims -> {
                    more.accept(claims);
                    claims.claim("aud", "anotherclient0000000000001");
                });
            case UNKNOWN_KEY -> issuer.stranger().idToken(grant, at, seconds, more);
            default -> issuer.idToken(grant, at, seconds, more);
        };
    }

    private static Grant ofAnotherUser(Grant grant) {
        return new Grant(
                LocalUser.made("another-" + UUID.randomUUID()),
                grant.clientId(),
                grant.originJti(),
                grant.authenticatedAt(),
                grant.scope());
    }
}
