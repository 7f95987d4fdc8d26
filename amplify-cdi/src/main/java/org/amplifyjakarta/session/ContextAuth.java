package org.amplifyjakarta.session;

import java.util.Map;
import java.util.function.Function;
import org.amplifyjakarta.credentials.AmplifyCredentials;
import org.amplifyjakarta.token.AccessToken;
import org.amplifyjakarta.token.TokenProvider;
import org.amplifyjakarta.token.Tokens;

/** The Auth category over the tokens of one session. */
final class ContextAuth implements AmplifyAuth {

    private final TokenProvider tokens;
    private final AmplifyCredentials credentials;
    private final Function<AccessToken, Map<String, String>> attributes;

    ContextAuth(
            TokenProvider tokens,
            AmplifyCredentials credentials,
            Function<AccessToken, Map<String, String>> attributes) {
        this.tokens = tokens;
        this.credentials = credentials;
        this.attributes = attributes;
    }

    @Override
    public AuthSession fetchAuthSession(FetchAuthSessionOptions options) {
        Tokens held = tokens.tokens(options.forceRefresh()).orElse(null);
        return new AuthSession(held, () -> credentials.current(options.forceRefresh()));
    }

    @Override
    public AuthUser getCurrentUser() {
        return AuthUser.of(signedIn());
    }

    @Override
    public Map<String, String> fetchUserAttributes() {
        return attributes.apply(signedIn().accessToken());
    }

    private Tokens signedIn() {
        return tokens.tokens().orElseThrow(SessionMessages::notSignedIn);
    }
}
