package org.amplifyjakarta.session;

import org.amplifyjakarta.AmplifyException;

/** What is said about sessions and contexts. */
final class SessionMessages {

    private static final String CONTEXT_ERROR = "AmplifyServerContextError";

    private SessionMessages() {}

    static AmplifyException notSignedIn() {
        return new AmplifyException(
                "UserUnAuthenticatedException",
                "Amplify Auth: nobody is signed in.",
                "Sign in, then call again; guard the resource with @Authenticated to refuse guests earlier.",
                null);
    }

    static AmplifyException contextEnded() {
        return new AmplifyException(
                CONTEXT_ERROR,
                "Amplify context: it was used after the end of its request or operation.",
                "Use it within; take the session along with AmplifyServerRunner.carry.",
                null);
    }

    static AmplifyException noContext() {
        return new AmplifyException(
                CONTEXT_ERROR,
                "Amplify context: there is no request here, and no operation of AmplifyServerRunner.",
                "Call within a request, or by AmplifyServerRunner.run, or take a request's session along with carry.",
                null);
    }

    static AmplifyException carriedIsNotRefreshed() {
        return new AmplifyException(
                CONTEXT_ERROR,
                "Amplify context: a session that was carried away from its request cannot be refreshed.",
                "Refresh before carrying it: new tokens could not reach the browser from here.",
                null);
    }

    static AmplifyException carriedHasNoCookies() {
        return new AmplifyException(
                CONTEXT_ERROR,
                "Amplify context: a session that was carried away from its request neither begins nor ends.",
                "Sign in and out within a request: its answer takes the cookies.",
                null);
    }

    static String notClosed(Class<?> type) {
        return "AMP-2503 " + type.getSimpleName() + " could not be closed.";
    }

    static AmplifyException tooManyPools(int max) {
        return new AmplifyException(
                CONTEXT_ERROR,
                "AmplifyConfigResolver: more than " + max + " distinct configurations were returned.",
                "Return one of a fixed set of configurations, not a new one a request.",
                null);
    }
}
