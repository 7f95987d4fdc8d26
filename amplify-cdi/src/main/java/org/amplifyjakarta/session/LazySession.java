package org.amplifyjakarta.session;

import java.util.Optional;
import java.util.function.Supplier;
import org.amplifyjakarta.cookie.CookieStorage;
import org.amplifyjakarta.token.CookieSession;
import org.amplifyjakarta.token.EndedSession;
import org.amplifyjakarta.token.IssuedTokens;
import org.amplifyjakarta.token.SignInDetails;
import org.amplifyjakarta.token.TokenProvider;
import org.amplifyjakarta.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * A session whose cookies are not looked at, and whose pool is not opened, before somebody asks. Where the request brought an access
 * token itself, that one counts, until a session begins or ends here.
 */
final class LazySession implements CookieSession {

    private final CookieStorage cookies;
    private final Supplier<CookieSession> open;
    private @Nullable Supplier<TokenProvider> bearer;
    private @Nullable CookieSession opened;

    LazySession(CookieStorage cookies, Supplier<CookieSession> open, @Nullable Supplier<TokenProvider> bearer) {
        this.cookies = cookies;
        this.open = open;
        this.bearer = bearer;
    }

    CookieStorage cookies() {
        return cookies;
    }

    @Override
    public Optional<Tokens> tokens(boolean forceRefresh) {
        return counting().tokens(forceRefresh);
    }

    @Override
    public String begin(IssuedTokens issued, SignInDetails details) {
        String subject = opened().begin(issued, details);
        forgetBearer();
        return subject;
    }

    @Override
    public Optional<EndedSession> end() {
        Optional<EndedSession> ended = opened().end();
        forgetBearer();
        return ended;
    }

    @Override
    public boolean hasRefreshToken() {
        return opened().hasRefreshToken();
    }

    private synchronized TokenProvider counting() {
        return bearer == null ? opened() : bearer.get();
    }

    private synchronized void forgetBearer() {
        bearer = null;
    }

    private synchronized CookieSession opened() {
        if (opened == null) {
            opened = open.get();
        }
        return opened;
    }
}
