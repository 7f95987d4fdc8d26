package org.amplifyjakarta.credentials;

import java.time.Duration;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.cognito.CognitoException;

/** What is said about credentials; no method takes a text that could be a key or a token. */
final class CredentialsMessages {

    private static final Duration SOON = Duration.ofSeconds(2);

    private CredentialsMessages() {}

    static AmplifyException none() {
        return new AmplifyException(
                "NoCredentials",
                "AWS credentials: there are none for this request.",
                "Configure amplify.auth.identity-pool-id; sign in, or set amplify.auth.allow-guest-access.",
                null);
    }

    static AmplifyException noIdToken() {
        return new AmplifyException(
                "UserUnAuthenticatedException",
                "AWS credentials: the session has no id token, which the identity pool asks for.",
                "Sign in again; the app client's scopes must include openid.",
                null);
    }

    static AmplifyException noIssuer() {
        return new AmplifyException(
                "InvalidIdTokenException",
                "AWS credentials: the id token names no issuer.",
                "Use id tokens with the claim iss.",
                null);
    }

    static AmplifyException noIdentity() {
        return new AmplifyException(
                "GetIdResponseException",
                "AWS credentials: the answer of GetId holds no identity id.",
                "Check amplify.auth.identity-pool-id and amplify.auth.identity-pool-endpoint.",
                null);
    }

    static AmplifyException noneIssued(boolean signedIn) {
        return new AmplifyException(
                signedIn ? "CredentialsException" : "CredentialsNotFoundException",
                "AWS credentials: the answer of GetCredentialsForIdentity lacks a key, the session token or the expiry.",
                "Check amplify.auth.identity-pool-endpoint.",
                null);
    }

    static UnavailableException notFetched(CognitoException e) {
        return new UnavailableException(e.name(), "AWS credentials: " + e.getMessage(), e.remedy(), SOON, e);
    }

    static UnavailableException tookTooLong() {
        return new UnavailableException(
                "NetworkError",
                "AWS credentials: no result in time.",
                "Try again later; see amplify.token.call-timeout.",
                SOON,
                null);
    }
}
