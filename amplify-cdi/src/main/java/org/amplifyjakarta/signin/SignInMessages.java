package org.amplifyjakarta.signin;

import java.util.Map;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.http.Problem;
import org.amplifyjakarta.signin.RouteAnswer.Refused;
import org.amplifyjakarta.token.OtherSignInException;

/** What is said about routes; no method takes a code, a state or a token. */
final class SignInMessages {

    /** What a token endpoint says of a code that is not good: whoever came with it is to blame. */
    static final String INVALID_GRANT = "invalid_grant";

    private SignInMessages() {}

    static Refused notAllowed(String methods) {
        return new Refused(
                new Problem(405, "Method Not Allowed", "This route is not asked like that.", "MethodNotAllowed"),
                Map.of("Allow", methods));
    }

    static Refused noSuchRoute() {
        return refused(404, "Not Found", "There is no such route.", "NotFound");
    }

    static Refused badRoute() {
        return refused(400, "Bad Request", "A route is one segment of the path.", "BadRequest");
    }

    static Refused badParameters() {
        return refused(400, "Bad Request", "A parameter is missing, or there more than once.", "BadRequest");
    }

    static Refused unknownState() {
        return refused(400, "Bad Request", "This sign-in was not begun here. Begin it anew.", "InvalidState");
    }

    static Refused otherIssuer() {
        return refused(400, "Bad Request", "The answer is another authorization server's.", "InvalidIssuer");
    }

    static Refused notSigningOut() {
        return refused(400, "Bad Request", "No sign-out was begun here.", "BadRequest");
    }

    static Refused otherSite() {
        return refused(403, "Forbidden", "Signing out begins on a page of this site.", "CrossSiteRequest");
    }

    static Refused otherSignIn(OtherSignInException e) {
        return refused(400, "Bad Request", "This answers another sign-in. Begin it anew.", e.name());
    }

    static Refused usedCode() {
        return refused(400, "Bad Request", "The code is none, or was used before. Sign in again.", INVALID_GRANT);
    }

    static Refused refusedTokens(AmplifyException e) {
        return refused(502, "Bad Gateway", "The tokens that were issued cannot be used. Sign in again.", e.name());
    }

    static Refused tokenError(String error) {
        return refused(502, "Bad Gateway", "Managed login did not issue tokens. Sign in again.", error);
    }

    static Refused noTokens() {
        return new Refused(
                new Problem(503, "Service Unavailable", "Managed login does not answer. Try again.", "NetworkError"),
                Map.of("Retry-After", "2"));
    }

    static AmplifyException noIdToken() {
        return new AmplifyException(
                "SignInException",
                "Sign-in: no id token was issued, though scope openid was asked for.",
                "Allow the scope for the app client.",
                null);
    }

    static String notUsed(AmplifyException e) {
        return "AMP-5003 " + e.getMessage() + " " + e.remedy();
    }

    static String notIssued(String error) {
        return "AMP-5001 sign-in: the token endpoint issued no tokens (" + error
                + "). Check the app client, its secret and its callback URLs.";
    }

    private static Refused refused(int status, String title, String detail, String error) {
        return new Refused(new Problem(status, title, detail, error), Map.of());
    }
}
