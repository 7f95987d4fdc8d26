package org.amplifyjakarta.token;

/**
 * What came of verifying a text as a token. Bad input is a value, not an exception.
 */
sealed interface Verification {

    /** Everything holds. */
    record Verified(Claims claims) implements Verification {}

    /** Everything holds but the time: fit for a refresh and nothing else. */
    record Expired(Claims claims) implements Verification {}

    /** To be treated as if it were not there. */
    record Refused(Reason reason) implements Verification {}
}
