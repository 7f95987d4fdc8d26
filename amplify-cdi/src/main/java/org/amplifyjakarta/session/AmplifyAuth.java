package org.amplifyjakarta.session;

import java.util.Map;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.token.SessionEndedException;

/**
 * Who is signed in: the three server-side functions of Amplify's Auth category, for the current request or the
 * current {@link AmplifyContext}.
 *
 * <pre>{@code
 * @Path("/me")
 * public class MeResource {
 *     @Inject
 *     AmplifyAuth auth;
 *
 *     @GET
 *     public AuthUser me() {
 *         return auth.getCurrentUser();
 *     }
 * }
 * }</pre>
 *
 * <p>All methods throw an {@link AmplifyException} named {@code AuthUserPoolException} if no user pool is configured, and
 * {@code AmplifyServerContextError} outside of a request and of {@link AmplifyServerRunner}. Safe for concurrent use.
 */
public interface AmplifyAuth {

    /**
     * Returns the session; a guest's has no tokens. No network unless tokens must be refreshed.
     *
     * @throws SessionEndedException if the session had to be refreshed and could not be, for good
     * @throws UnavailableException if it cannot be told now who the user is
     */
    default AuthSession fetchAuthSession() {
        return fetchAuthSession(FetchAuthSessionOptions.NONE);
    }

    /**
     * Returns the session.
     *
     * @throws SessionEndedException if the session had to be refreshed and could not be, for good
     * @throws UnavailableException if it cannot be told now who the user is
     */
    AuthSession fetchAuthSession(FetchAuthSessionOptions options);

    /**
     * Returns the user who is signed in. No network unless tokens must be refreshed.
     *
     * @throws AmplifyException named {@code UserUnAuthenticatedException} for a guest
     * @throws SessionEndedException if the session had to be refreshed and could not be, for good
     * @throws UnavailableException if it cannot be told now who the user is
     */
    AuthUser getCurrentUser();

    /**
     * Fetches the user's attributes from Cognito, by name ({@code email_verified} is the text {@code "true"}). One
     * network call. The access token needs the scope {@code aws.cognito.signin.user.admin}.
     *
     * @throws AmplifyException named {@code UserUnAuthenticatedException} for a guest, or as Cognito names its error
     *     ({@code NotAuthorizedException} for a revoked token)
     * @throws SessionEndedException if the session had to be refreshed and could not be, for good
     * @throws UnavailableException if it cannot be told now who the user is, or Cognito does not answer
     */
    Map<String, String> fetchUserAttributes();
}
