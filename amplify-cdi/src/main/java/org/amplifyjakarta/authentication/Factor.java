package org.amplifyjakarta.authentication;

/** What proves a user beside the password. */
public enum Factor {

    /** A code in a text message. */
    SMS,

    /** A code of an authenticator app. */
    TOTP,

    /** A code in an e-mail. */
    EMAIL
}
