package org.amplifyjakarta.token;

import java.time.Duration;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.cognito.CognitoException;
import org.amplifyjakarta.cookie.SetCookie;

/** What is said about tokens; no method takes a text that could be one. */
final class TokenMessages {

    private static final Duration SOON = Duration.ofSeconds(2);

    private TokenMessages() {}

    static UnavailableException keysUnavailable(Duration retryAfter) {
        return new UnavailableException(
                "NetworkError",
                "Token verification: the user pool's keys could not be fetched yet.",
                "Try again later; check amplify.auth.jwks-uri and the way out to the network.",
                retryAfter,
                null);
    }

    static UnavailableException notRefreshed(CognitoException e) {
        return new UnavailableException(
                e.name(), "Token refresh: " + e.getMessage() + " The session was left as it is.", e.remedy(), SOON, e);
    }

    static UnavailableException notFetched(CognitoException e) {
        return new UnavailableException(e.name(), e.getMessage(), e.remedy(), SOON, e);
    }

    static UnavailableException emptyAnswer() {
        return new UnavailableException(
                "Unknown",
                "Token refresh: the answer holds no access token. The session was left as it is.",
                "Check amplify.auth.user-pool-endpoint.",
                SOON,
                null);
    }

    static UnavailableException refreshedElsewhere() {
        return new UnavailableException(
                "NetworkError",
                "Token refresh: another server has done it, and its tokens do not verify here now. The session was left as it is.",
                "Try again later; check the way to the user pool's keys, and the clocks.",
                SOON,
                null);
    }

    static UnavailableException refreshTookTooLong() {
        return new UnavailableException(
                "NetworkError",
                "Token refresh: no result in time. The session was left as it is.",
                "Try again later; see amplify.token.call-timeout.",
                SOON,
                null);
    }

    static SessionEndedException ended(String name, Reason reason) {
        return new SessionEndedException(
                name,
                "Token refresh: Cognito ended the session (" + name + ").",
                "Sign in again; for a user who is not confirmed or must reset the password, complete that first.",
                reason);
    }

    static SessionEndedException noRefreshToken() {
        return new SessionEndedException(
                "TokenRefreshException",
                "Token refresh: the tokens have expired and the session has no refresh token.",
                "Sign in again; an app client with the implicit grant gets no refresh tokens, use the code grant.",
                Reason.EXPIRED);
    }

    static SessionEndedException notWritable() {
        return new SessionEndedException(
                "TokenRefreshException",
                "Token refresh: the tokens have expired and new ones could not reach the browser any more.",
                "Ask for the session before the answer is committed.",
                Reason.EXPIRED);
    }

    static AmplifyException notIssuedForUs() {
        return new AmplifyException(
                "SignInException",
                "Sign-in: the tokens that were issued do not verify.",
                "Sign in again; check amplify.auth.user-pool-client-id and amplify.auth.issuer.",
                null);
    }

    static OtherSignInException otherSignIn() {
        return new OtherSignInException(
                "SignInException", "Sign-in: the tokens that were issued answer another request.", "Sign in again.");
    }

    static AmplifyException cookieTooLarge(String field, int bytes) {
        return new AmplifyException(
                "CookieTooLarge",
                "Sign-in: the cookie " + field + " would have " + bytes
                        + " bytes with its name, and browsers keep no more " + "than " + SetCookie.MAX_BYTES + ".",
                "Put fewer groups and custom attributes into tokens.",
                null);
    }

    static String notSealed(AmplifyException e) {
        return "AMP-2005 the refreshed session was not sent: " + e.getMessage() + " " + e.remedy();
    }

    static String keysNotFetched(Exception e) {
        return "AMP-2001 the user pool's keys could not be fetched: " + e.getMessage()
                + ". Keys that are known stay in use; check amplify.auth.jwks-uri.";
    }

    static String stillValid(UnavailableException e) {
        return "AMP-2002 tokens were not refreshed (" + e.name() + "); the request goes on with tokens that are valid.";
    }

    static String tooLarge(String field, int bytes) {
        return "AMP-2004 the cookie " + field + " would have " + bytes
                + " bytes with its name, and browsers keep no more " + "than " + SetCookie.MAX_BYTES
                + ": it was not sent. Put fewer groups and custom attributes into tokens.";
    }

    static String committed() {
        return "AMP-2003 the session must be refreshed, but the answer is committed and new cookies would be lost. "
                + "No refresh token was used. Ask for the session before the answer is written.";
    }

    static String notRevoked(String error) {
        return "AMP-5002 sign-out: the refresh token was not revoked (" + error
                + "). The browser is signed out; the token lives on until it expires. Check amplify.auth.oauth.domain and "
                + "amplify.auth.user-pool-endpoint.";
    }

    static String sessionNotVerified() {
        return "AMP-5005 sign-out: there was a refresh token, and it was not revoked, because its session did not verify. "
                + "The browser is signed out; the token lives on until it expires.";
    }

    static String observerFailed(RuntimeException e) {
        return "AMP-5004 an observer of SessionEvent failed (" + e.getClass().getName()
                + "). The request goes on. Check the observer.";
    }
}
