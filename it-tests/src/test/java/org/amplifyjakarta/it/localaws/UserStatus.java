package org.amplifyjakarta.it.localaws;

/** What a user may do next, by Cognito's names. */
enum UserStatus {
    UNCONFIRMED,
    CONFIRMED,
    FORCE_CHANGE_PASSWORD,
    RESET_REQUIRED
}
