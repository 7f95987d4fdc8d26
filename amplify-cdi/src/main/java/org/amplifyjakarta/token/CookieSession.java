package org.amplifyjakarta.token;

import java.util.Optional;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.UnavailableException;

/**
 * The session in one request's cookies, with its beginning and its end: {@link #tokens()} tells of either from then on.
 *
 * <p>Safe for concurrent use within its request.
 */
public interface CookieSession extends TokenProvider {

    /**
     * Begins a session with tokens that Cognito issued for a password: verifies them, and writes them in place of whatever cookies
     * of this app client the request brought, with the attributes that sessions of browsers have, so that Amplify JS goes on with it.
     *
     * @return the user's id
     * @throws AmplifyException named {@code SignInException} for tokens that do not verify, or not both of them for one user;
     *     {@code CookieTooLarge} if a browser would drop a cookie; nothing is written then
     * @throws UnavailableException if the pool's keys are not known and cannot be fetched
     */
    String begin(IssuedTokens issued, SignInDetails details);

    /**
     * Removes every cookie of this app client, as {@link UserPool#end} does.
     *
     * @return the session, if there was one that verified
     */
    Optional<EndedSession> end();

    /** Tells whether the request brought a refresh token, as {@link UserPool#hasRefreshToken} does. */
    boolean hasRefreshToken();
}
