package org.amplifyjakarta.token;

/**
 * Why a request that brought something of a session is a guest's all the same. Stable: names appear in the DEBUG log and
 * in metrics. Clients are not told.
 */
public enum Reason {
    /** No access token was found for the user whom {@code LastAuthUser} names. */
    NO_ACCESS_TOKEN,
    /** Not a compact JWS of three parts in canonical base64url, or longer than 64 KiB. */
    MALFORMED,
    /** The header is no JSON object, or asks for what is not understood ({@code crit}, {@code b64}, {@code zip}). */
    HEADER,
    /** Signed with anything but RS256, RS384 or RS512, or with another algorithm than its key is for. */
    ALGORITHM,
    /** The pool has no such key. */
    UNKNOWN_KEY,
    /** The signature is not the pool's. */
    SIGNATURE,
    /** Claims are no JSON object, or one of them is missing or of a wrong type. */
    CLAIMS,
    /** Issued by somebody else. */
    ISSUER,
    /** An id token in place of an access token, or the reverse. */
    TOKEN_USE,
    /** Issued to another app client. */
    CLIENT,
    /** Not valid yet ({@code nbf}). */
    NOT_YET_VALID,
    /** Of a session that was ended, as this node knows, or the store that it was kept in. */
    REVOKED,
    /** Expired, and nothing there to refresh it with. */
    EXPIRED,
    /** Access token, id token and {@code LastAuthUser} are not one user's. */
    USER_MISMATCH,
    /** Cognito refused the refresh token: revoked, expired, used twice, or the user is gone. */
    REFRESH_REFUSED,
    /** The answer to a refresh did not verify, or was another user's. */
    REFRESH_ANSWER
}
