package org.amplifyjakarta.token;

import java.util.Optional;
import org.amplifyjakarta.cookie.CookieStorage;
import org.amplifyjakarta.token.Verification.Refused;
import org.amplifyjakarta.token.Verification.Verified;

/** The tokens of a request with {@code Authorization: Bearer}: no cookie counts, nothing is refreshed. */
final class BearerTokenProvider implements TokenProvider {

    private final TokenVerifier verifier;
    private final String jwt;
    private final CookieStorage cookies;
    private final SessionEvents events;

    BearerTokenProvider(TokenVerifier verifier, String jwt, CookieStorage cookies, SessionEvents events) {
        this.verifier = verifier;
        this.jwt = jwt;
        this.cookies = cookies;
        this.events = events;
    }

    @Override
    public Optional<Tokens> tokens(boolean forceRefresh) {
        cookies.markPersonal();
        Verification outcome = verifier.verify(jwt, TokenUse.ACCESS);
        if (outcome instanceof Verified verified) {
            return Optional.of(new Tokens(new AccessToken(verified.claims(), jwt), null, null));
        }
        Reason reason = outcome instanceof Refused refused ? refused.reason() : Reason.EXPIRED;
        events.on(new SessionEvent.Refused(reason));
        return Optional.empty();
    }
}
