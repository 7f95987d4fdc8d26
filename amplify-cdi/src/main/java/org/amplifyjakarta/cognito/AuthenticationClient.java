package org.amplifyjakarta.cognito;

import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.Secret;

/**
 * One app client's calls to its user pool by which users sign in and up. Every call crosses the network and ends within
 * {@link org.amplifyjakarta.config.TokenConfig.Timeouts#call()}; it throws a {@link CognitoException} if Cognito refuses, or does not
 * answer. Calls of an app client with a secret prove it.
 *
 * <p>Safe for concurrent use.
 */
public interface AuthenticationClient {

    /** Begins a sign-in by SRP. */
    AuthAnswer initiateSrp(String username, String srpA);

    /** Answers a challenge. */
    AuthAnswer respond(ChallengeResponse response);

    /** Makes a new user. */
    SignUpAnswer signUp(String username, Secret password, Map<String, String> attributes);

    /** Confirms a new user by the code that was sent. */
    void confirmSignUp(String username, Secret code);

    /** Has the code of {@link #signUp} sent again; empty if the answer does not tell where to. */
    Optional<Delivery> resendConfirmationCode(String username);

    /** Has a code sent for a new password; empty if the answer does not tell where to. */
    Optional<Delivery> forgotPassword(String username);

    /** Sets a new password by a code. */
    void confirmForgotPassword(String username, Secret code, Secret password);

    /**
     * Has a secret made for an authenticator app.
     *
     * @param session of the challenge that asked for it
     */
    SoftwareToken associateSoftwareToken(Secret session);

    /**
     * Shows that an authenticator app has the secret, by a code of it.
     *
     * @return the session to go on with; empty if the code is wrong
     */
    Optional<Secret> verifySoftwareToken(Secret session, Secret code);

    /** Revokes a refresh token, and with it all tokens of its sign-in. */
    void revoke(Secret refreshToken);
}
