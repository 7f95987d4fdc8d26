package org.amplifyjakarta.credentials;

import java.util.Optional;
import java.util.function.Supplier;
import org.amplifyjakarta.cognito.IdentityCredentials;
import org.amplifyjakarta.token.IdToken;
import org.amplifyjakarta.token.TokenProvider;
import org.amplifyjakarta.token.Tokens;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** {@link AmplifyCredentials} of one session. */
public final class SessionCredentials implements AmplifyCredentials {

    private final TokenProvider tokens;
    private final GuestIdentity guest;
    private final Supplier<IdentityPool> pool;

    /**
     * @param pool asked at each use, so that nothing is opened for a session that wants no credentials
     */
    public SessionCredentials(TokenProvider tokens, GuestIdentity guest, Supplier<IdentityPool> pool) {
        this.tokens = tokens;
        this.guest = guest;
        this.pool = pool;
    }

    @Override
    public Optional<IdentityCredentials> current(boolean forceRefresh) {
        return find(null, forceRefresh);
    }

    @Override
    public AwsCredentialsProvider withRole(String roleArn) {
        return () -> aws(find(roleArn, false));
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return aws(find(null, false));
    }

    private static AwsCredentials aws(Optional<IdentityCredentials> found) {
        return found.map(IdentityCredentials::toAws).orElseThrow(CredentialsMessages::none);
    }

    private Optional<IdentityCredentials> find(@Nullable String roleArn, boolean anew) {
        IdentityPool open = pool.get();
        Optional<Tokens> held = tokens.tokens();
        if (held.isEmpty()) {
            return roleArn == null ? open.ofGuest(guest, anew) : Optional.empty();
        }
        IdToken idToken = held.get().idToken().orElseThrow(CredentialsMessages::noIdToken);
        return open.ofUser(idToken, guest, roleArn, anew);
    }
}
