package org.amplifyjakarta.ssr;

import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.cognito.IdentityCredentials;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.session.AuthSession;
import org.amplifyjakarta.session.AuthUser;

/**
 * {@code SSR.Auth}. What rejects with a text in Amplify JS 5 ({@code The user is not authenticated}, {@code No current user})
 * throws an {@link AmplifyException} named {@code UserUnAuthenticatedException} here. {@code AmplifyAuth} tells what else is
 * thrown. Safe for concurrent use.
 */
public final class SsrAuth {

    private static final String ATTRIBUTES_SCOPE = "aws.cognito.signin.user.admin";

    private final AmplifyContext context;

    SsrAuth(AmplifyContext context) {
        this.context = context;
    }

    /**
     * A user.
     *
     * @param attributes by name, all as text; none where the access token lacks the scope for them
     */
    public record CognitoUser(String username, Map<String, String> attributes, AuthSession signInUserSession) {

        public CognitoUser {
            attributes = Map.copyOf(attributes);
        }

        /** Shows the session alone. */
        @Override
        public String toString() {
            return "CognitoUser[" + signInUserSession + "]";
        }
    }

    /**
     * Returns the user with what Cognito knows of them: one network call, where the token has the scope for it.
     *
     * @throws AmplifyException named {@code UserUnAuthenticatedException} for a guest
     */
    public CognitoUser currentAuthenticatedUser() {
        AuthUser user = context.auth().getCurrentUser();
        AuthSession session = context.auth().fetchAuthSession();
        boolean allowed = session.tokens()
                .filter(tokens -> tokens.accessToken().scopes().contains(ATTRIBUTES_SCOPE))
                .isPresent();
        return new CognitoUser(user.username(), allowed ? context.auth().fetchUserAttributes() : Map.of(), session);
    }

    /**
     * Returns the user without asking Cognito.
     *
     * @throws AmplifyException named {@code UserUnAuthenticatedException} for a guest
     */
    public AuthUser currentUserPoolUser() {
        return context.auth().getCurrentUser();
    }

    /**
     * Returns the session of a user.
     *
     * @throws AmplifyException named {@code UserUnAuthenticatedException} for a guest
     */
    public AuthSession currentSession() {
        context.auth().getCurrentUser();
        return context.auth().fetchAuthSession();
    }

    /** Returns the AWS credentials, a guest's too; empty where there are none. */
    public Optional<IdentityCredentials> currentCredentials() {
        return context.auth().fetchAuthSession().credentials();
    }
}
