package org.amplifyjakarta.it.localaws;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.amplifyjakarta.it.localaws.TokenIssuer.Grant;
import org.jspecify.annotations.Nullable;

/** Authorization codes: each is good for one attempt, and a second one revokes what the first was given. */
final class AuthorizationCodes {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MAX_CODES = 10_000;

    private final Grants grants;
    private final InstantSource clock;
    private final Map<String, Issued> codes = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    AuthorizationCodes(Grants grants, InstantSource clock) {
        this.grants = grants;
        this.clock = clock;
    }

    /** What a code stands for; the grant is known before its tokens, so that a replay can overtake them. */
    record Issued(
            AuthorizeRequest request, Grant grant, @Nullable String nonce, Instant at) {}

    /** Returns the way back to the app, with a code. */
    String callback(AuthorizeRequest request, LocalUser user, Instant authenticatedAt, @Nullable String nonce) {
        String code = UUID.randomUUID().toString();
        Grant grant =
                new Grant(user, request.clientId(), UUID.randomUUID().toString(), authenticatedAt, request.scope());
        keep(code, new Issued(request, grant, nonce, clock.instant()));
        Form told = Form.of("").with("code", code);
        return (request.state() == null ? told : told.with("state", request.state())).appendedTo(request.redirectUri());
    }

    /** Returns what a code stands for, once. */
    synchronized Issued redeem(AppClient client, Form body, RegisteredUrls urls) {
        String code = body.required("code");
        Issued issued = codes.get(code);
        if (issued == null) {
            throw OAuthError.invalidGrant("The code does not exist.");
        }
        if (!used.add(code)) {
            grants.revokeGrant(issued.grant().originJti());
            throw OAuthError.invalidGrant("The code has been consumed.");
        }
        if (!clock.instant().isBefore(issued.at().plus(LIFE))) {
            throw OAuthError.invalidGrant("The code has expired.");
        }
        requireSame(issued, client, body.required("redirect_uri"), urls);
        if (!isVerified(issued, body.required("code_verifier"))) {
            throw OAuthError.invalidGrant("The code verifier does not match.");
        }
        return issued;
    }

    private synchronized void keep(String code, Issued issued) {
        codes.put(code, issued);
        if (codes.size() > MAX_CODES) {
            String oldest = codes.keySet().iterator().next();
            codes.remove(oldest);
            used.remove(oldest);
        }
    }

    private static void requireSame(Issued issued, AppClient client, String redirectUri, RegisteredUrls urls) {
        // Cognito's odd name for a callback URL that it does not know
        if (!urls.isCallback(redirectUri)) {
            throw OAuthError.of("unauthorized_client", "redirect_uri is no callback URL of this client.");
        }
        if (!issued.request().clientId().equals(client.id())
                || !issued.request().redirectUri().equals(redirectUri)) {
            throw OAuthError.invalidGrant("The code is of another client or callback URL.");
        }
    }

    private static boolean isVerified(Issued issued, String verifier) {
        byte[] challenge = issued.request().codeChallenge().getBytes(StandardCharsets.UTF_8);
        return verifier.matches("[A-Za-z0-9._~-]{43,128}")
                && MessageDigest.isEqual(
                        challenge, Sha256.base64Url(verifier, 32).getBytes(StandardCharsets.UTF_8));
    }
}
