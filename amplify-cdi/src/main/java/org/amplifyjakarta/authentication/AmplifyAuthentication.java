package org.amplifyjakarta.authentication;

import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.UnavailableException;

/**
 * Signs users in, up and out at the user pool in the current request. The password is proved by SRP, so that Cognito never sees
 * it, and is kept nowhere.
 *
 * <pre>{@code
 * NextStep next = authentication.signIn(username, Secret.of(password));
 * if (next instanceof NextStep.ConfirmCode code) {
 *     // ask for it, and in the next request: authentication.confirmSignIn(Secret.of(typed), Map.of())
 * }
 * }</pre>
 *
 * <p>What is begun and not done is in an {@code HttpOnly} cookie of this browser, for a quarter of an hour at most; {@link #pending()}
 * tells it in a later request, on whatever server. A session that begins here is written as {@code amplify.cookie.*} says: where
 * Amplify JS signs users in as well, it goes on with it. {@code AmplifyAuth} tells the new session, or its end, within the same
 * request.
 *
 * <p>Every method that asks Cognito throws an {@link AmplifyException} with Cognito's error name ({@code NotAuthorizedException},
 * {@code CodeMismatchException}, {@code LimitExceededException}, …), and an {@link UnavailableException} where Cognito does not
 * answer; then the same may be tried again. A user who does not exist is told as a wrong password or a wrong code. What is empty and
 * must not be is told as Amplify JS does ({@code EmptySignInUsername}). Once an answer is committed no cookie reaches the browser:
 * {@code AmplifyServerContextError}, and nobody is asked.
 *
 * <p>Forms that call this need protection from other sites, which a stateless view does not have by itself: see
 * {@code org.amplifyjakarta.config.OriginConfig#isOwn}.
 *
 * <p>Inject it. Safe for concurrent use.
 */
public interface AmplifyAuthentication {

    /**
     * Signs a user in, or tells what more is needed. Any other session of this browser ends when it is done.
     *
     * @throws AmplifyException named {@code NotAuthorizedException} for a wrong name or password, {@code SignInException} for a
     *     challenge that is not known here
     */
    NextStep signIn(String username, Secret password);

    /**
     * Answers what {@link #signIn} or this method asked for: a code, a new password, the name of a {@link Factor}, an e-mail address.
     *
     * @param attributes those that {@link NextStep.NewPassword} misses; else empty
     * @throws AmplifyException named {@code SignInException} where nothing is pending; {@code NotAuthorizedException} where it took
     *     too long, after which nothing is
     */
    NextStep confirmSignIn(Secret answer, Map<String, String> attributes);

    /** Returns what this browser has begun and not done; empty for nothing. Asks nobody. */
    Optional<NextStep> pending();

    /** Forgets what is pending. */
    void cancel();

    /**
     * Makes a new user.
     *
     * @param attributes by Cognito's names, {@code email}, {@code custom:team}
     * @return {@link NextStep.ConfirmSignUp}, which is pending then, or {@link NextStep.Done}
     */
    NextStep signUp(String username, Secret password, Map<String, String> attributes);

    /** Confirms a new user by the code that was sent. The user signs in next. */
    void confirmSignUp(String username, String code);

    /**
     * Has the code sent again. For a user who does not exist, or is confirmed, nothing is sent; no destination is told then, unless
     * the user pool makes one up ({@code PreventUserExistenceErrors}).
     */
    CodeDelivery resendSignUpCode(String username);

    /**
     * Has a code sent by which {@link #confirmResetPassword} sets a new password; {@link NextStep.ConfirmResetPassword} is pending
     * then. For a user who does not exist, or has no verified address, nothing is sent; no destination is told then, unless the user
     * pool makes one up ({@code PreventUserExistenceErrors}).
     */
    NextStep resetPassword(String username);

    /** Sets a new password by a code. The user signs in next. */
    void confirmResetPassword(String username, String code, Secret newPassword);

    /**
     * Ends the session of this browser and what is pending: removes the cookies at once, and then revokes the refresh token. Does not
     * fail where the revocation does; {@code SessionEvent.SignedOut} says so.
     */
    void signOut();
}
