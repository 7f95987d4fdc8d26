package org.amplifyjakarta.it.localaws;

/** A second factor, by the name that Cognito gives it and its challenge. */
public enum Factor {
    /** A code by text message. */
    SMS_MFA,
    /** A code of an authenticator app. */
    SOFTWARE_TOKEN_MFA,
    /** A code by email. */
    EMAIL_OTP
}
