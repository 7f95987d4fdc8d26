package org.amplifyjakarta.cognito;

/** What is said about Cognito; no method takes a text that could be a token. */
final class CognitoMessages {

    private CognitoMessages() {}

    /** The service's own message stays out: it may quote what it was sent. The cause carries it for a debugger. */
    static CognitoException refused(String code, boolean passing, Throwable cause) {
        String remedy = passing
                ? "Try again later."
                : "See the error's name in the Amazon Cognito API reference; sign in again if it concerns the session.";
        return new CognitoException(
                code, "Amazon Cognito: the request was answered with " + code + ".", remedy, passing, cause);
    }

    static CognitoException noAnswer(Throwable cause) {
        return new CognitoException(
                "NetworkError",
                "Amazon Cognito: no answer came (" + cause.getClass().getSimpleName() + ").",
                "Try again later; check the endpoints under amplify.auth and the way out to the network.",
                true,
                cause);
    }
}
