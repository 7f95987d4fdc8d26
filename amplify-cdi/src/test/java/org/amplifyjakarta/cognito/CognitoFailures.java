package org.amplifyjakarta.cognito;

import java.io.IOException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Failures as the client tells them. */
public final class CognitoFailures {

    private CognitoFailures() {}

    /** Returns an answer that refuses. */
    public static CognitoException ending(String name) {
        return CognitoMessages.refused(name, false, new IOException("scripted"));
    }

    /** Returns an answer that refuses, in Cognito's own words. */
    public static CognitoException saying(String name, String message) {
        AwsErrorDetails details =
                AwsErrorDetails.builder().errorCode(name).errorMessage(message).build();
        return CognitoMessages.refused(
                name,
                false,
                AwsServiceException.builder().awsErrorDetails(details).build());
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
