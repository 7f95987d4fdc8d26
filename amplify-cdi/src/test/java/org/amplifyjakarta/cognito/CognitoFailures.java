package org.amplifyjakarta.cognito;

import java.io.IOException;

/** Failures as the client tells them. */
public final class CognitoFailures {

    private CognitoFailures() {}

    /** Returns an answer that refuses. */
    public static CognitoException ending(String name) {
        return CognitoMessages.refused(name, false, new IOException("scripted"));
    }

    /** Returns an answer that comes and goes: 429, 5xx. */
    public static CognitoException passing(String name) {
        return CognitoMessages.refused(name, true, new IOException("scripted"));
    }

    /** Returns the failure of a call that nobody answered. */
    public static CognitoException network() {
        return CognitoMessages.noAnswer(new IOException("scripted"));
    }
}
