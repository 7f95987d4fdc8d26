package org.amplifyjakarta.servlet;

import jakarta.servlet.ServletException;

/** What is said to those who ask a request to sign in or out. */
final class ServletMessages {

    private ServletMessages() {}

    static ServletException signedInAlready() {
        return new ServletException(
                "HttpServletRequest.login: a user of the user pool is signed in already. Sign out first.");
    }

    static ServletException notSignedOut() {
        return new ServletException(
                "HttpServletRequest.logout: the session of the user pool goes on, since there is no bean of type"
                        + " AmplifyAuthentication. Post a form to the sign-out route instead.");
    }
}
