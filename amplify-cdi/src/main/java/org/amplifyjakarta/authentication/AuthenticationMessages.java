package org.amplifyjakarta.authentication;

import java.time.Duration;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.cognito.CognitoException;
import org.amplifyjakarta.cookie.SetCookie;

/** What is said about signing in and up; no method takes a name, a password, a code or a session. */
final class AuthenticationMessages {

    static final String NOT_AUTHORIZED = "NotAuthorizedException";
    static final String USER_NOT_FOUND = "UserNotFoundException";

    private static final String SIGN_IN = "SignInException";
    private static final Duration SOON = Duration.ofSeconds(2);

    private AuthenticationMessages() {}

    /** In the same words for a user who does not exist, and without a cause that would tell. */
    static AmplifyException wrongPassword() {
        return new AmplifyException(
                NOT_AUTHORIZED, "Sign-in: this name and password sign nobody in.", "Check both, then try again.", null);
    }

    static AmplifyException tookTooLong() {
        return new AmplifyException(
                NOT_AUTHORIZED,
                "Sign-in: the step was not taken in time, or was tried too often.",
                "Sign in again, from the first step.",
                null);
    }

    static AmplifyException nothingPending() {
        return new AmplifyException(
                SIGN_IN,
                "Sign-in: no step of a sign-in is pending in this browser.",
                "Call signIn first; a step stays for a quarter of an hour.",
                null);
    }

    static AmplifyException unsafeChallenge(String parameter) {
        return new AmplifyException(
                SIGN_IN,
                "Sign-in: the challenge's parameter " + parameter + " is not sound; no proof was sent.",
                "Check amplify.auth.user-pool-endpoint: nobody but Cognito may answer there.",
                null);
    }

    /** @param challenge as Cognito names it, bounded by the caller */
    static AmplifyException unknownChallenge(String challenge) {
        return new AmplifyException(
                SIGN_IN,
                "Sign-in: the user pool wants the challenge " + challenge + ", which is not known here.",
                "Change how the pool has users sign in, or sign in by managed login.",
                null);
    }

    static AmplifyException noFactorToSetUp() {
        return new AmplifyException(
                SIGN_IN,
                "Sign-in: the user pool wants a second factor to be set up, and neither TOTP nor EMAIL may be.",
                "Allow one of them in the user pool.",
                null);
    }

    static AmplifyException noSession() {
        return new AmplifyException(
                SIGN_IN, "Sign-in: the user pool's challenge came without a session.", "Sign in again.", null);
    }

    static AmplifyException wrongFactor() {
        return new AmplifyException(
                "IncorrectMFAMethod",
                "Sign-in: the answer is none of the second factors that may be chosen.",
                "Answer with the name of one of NextStep's factors.",
                null);
    }

    /** In the same words for a user who does not exist. */
    static AmplifyException wrongCode() {
        return new AmplifyException(
                "CodeMismatchException",
                "Authentication: the code is not the one that was sent.",
                "Type the code that came last, or have another one sent.",
                null);
    }

    static AmplifyException wrongTotpCode() {
        return new AmplifyException(
                "CodeMismatchException",
                "Sign-in: the code is not the one that the authenticator app shows.",
                "Type the code that it shows now.",
                null);
    }

    /** @param error Amplify's name of the validation */
    static AmplifyException missing(String error, String what) {
        return new AmplifyException(error, "Authentication: the " + what + " is empty.", "Ask the user for it.", null);
    }

    static AmplifyException committed() {
        return new AmplifyException(
                "AmplifyServerContextError",
                "Authentication: the answer is committed, and what is begun or ended could not reach the browser. Cognito was not"
                        + " asked.",
                "Call before the answer is written.",
                null);
    }

    static AmplifyException cookieTooLarge(int bytes) {
        return new AmplifyException(
                "CookieTooLarge",
                "Sign-in: the cookie of what is pending would have " + bytes
                        + " bytes with its name, and browsers keep no more than " + SetCookie.MAX_BYTES + ".",
                "Ask for fewer attributes, and use shorter user names.",
                null);
    }

    static UnavailableException noAnswer(CognitoException e) {
        return new UnavailableException(e.name(), "Authentication: " + e.getMessage(), e.remedy(), SOON, e);
    }

    static String notResent(String error) {
        return "AMP-5501 sign-in: the code for a user who is not confirmed was not sent again (" + error + ").";
    }
}
