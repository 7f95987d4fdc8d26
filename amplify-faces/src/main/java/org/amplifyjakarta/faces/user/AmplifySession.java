package org.amplifyjakarta.faces.user;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Optional;
import org.amplifyjakarta.session.AmplifyAuth;
import org.amplifyjakarta.session.AuthSession;
import org.amplifyjakarta.token.SessionEndedException;
import org.jspecify.annotations.Nullable;

/**
 * The session, for expressions: {@code #{amplifySession.identityId}}. Null where there is nothing to tell; tokens and credentials
 * themselves are not for pages.
 *
 * <p>Bound to one request.
 */
@Named
@RequestScoped
public class AmplifySession {

    private final AmplifyAuth auth;

    // for the client proxy; never used
    @SuppressWarnings("NullAway")
    AmplifySession() {
        this.auth = null;
    }

    @Inject
    AmplifySession(AmplifyAuth auth) {
        this.auth = auth;
    }

    /** Tells whether a user is signed in. */
    public boolean isSignedIn() {
        return session().isPresent() && session().get().isSignedIn();
    }

    /** Returns until when the access token is good. */
    public @Nullable Instant getAccessTokenExpiresAt() {
        return session()
                .flatMap(AuthSession::tokens)
                .map(tokens -> tokens.accessToken().expiresAt())
                .orElse(null);
    }

    /** Returns the identity in the identity pool; may ask it. */
    public @Nullable String getIdentityId() {
        return session().flatMap(AuthSession::identityId).orElse(null);
    }

    /** Returns until when the AWS credentials are good; may fetch them. */
    public @Nullable Instant getCredentialsExpireAt() {
        return session()
                .flatMap(AuthSession::credentials)
                .map(credentials -> credentials.expiration())
                .orElse(null);
    }

    private Optional<AuthSession> session() {
        try {
            return Optional.of(auth.fetchAuthSession());
        } catch (SessionEndedException e) {
            return Optional.empty();
        }
    }
}
