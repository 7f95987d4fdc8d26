package org.amplifyjakarta.it.localaws;

/** How the token endpoint answers a request that it grants: as Cognito does, or as an attacker would have it. */
public enum TokenAnswer {
    /** As Cognito does. */
    USUAL,
    /** The id token has a nonce that nobody sent. */
    OTHER_NONCE,
    /** The id token is another user's than the access token. */
    OTHER_USER,
    /** The id token is for another app client. */
    OTHER_CLIENT,
    /** The id token is signed by a key that the key set does not have. */
    UNKNOWN_KEY,
    /** There is no refresh token. */
    NO_REFRESH_TOKEN,
    /** There is no id token. */
    NO_ID_TOKEN,
    /** Status 200, and {@code invalid_grant}. */
    ERROR_WITH_200,
    /** A page, as of a proxy. */
    HTML,
    /** The tokens, and 10 MB beside them. */
    HUGE,
    /** A redirect, with the request, to another host; whoever follows is counted as {@code elsewhere}. */
    REDIRECT
}
