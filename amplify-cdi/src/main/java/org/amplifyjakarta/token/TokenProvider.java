package org.amplifyjakarta.token;

import java.util.Optional;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.UnavailableException;

/**
 * The tokens of the current session: loaded from its cookies, verified, and refreshed where they have expired.
 *
 * <p>The first call of a request does the work; later ones answer from memory, also after a refresh. Nothing is done for
 * a request that does not ask. A call costs no network unless tokens must be refreshed or the pool's keys are not known
 * yet.
 *
 * <p>Inject it ({@code @RequestScoped}). Safe for concurrent use within its request.
 */
public interface TokenProvider {

    /**
     * Returns the tokens, empty for a guest.
     *
     * @throws SessionEndedException if Cognito ended the session for a reason that the user should hear of
     *     ({@code PasswordResetRequiredException}, …); the cookies are removed
     * @throws UnavailableException if it cannot be told now who the user is; the cookies stay as they are
     * @throws AmplifyException named {@code TokenRefreshException} if the tokens have expired and there is no refresh
     *     token, or {@code AmplifyServerContextError} outside a request or after its end
     */
    default Optional<Tokens> tokens() {
        return tokens(false);
    }

    /**
     * Returns the tokens, empty for a guest; refreshes them first if {@code forceRefresh} is set. If that refresh fails
     * for a passing reason while the tokens are still valid, they are returned as they are.
     *
     * @throws SessionEndedException see {@link #tokens()}
     * @throws UnavailableException see {@link #tokens()}
     * @throws AmplifyException see {@link #tokens()}
     */
    Optional<Tokens> tokens(boolean forceRefresh);
}
