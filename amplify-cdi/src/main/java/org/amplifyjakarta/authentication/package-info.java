/**
 * Signing users in and up at the user pool, from the server: what {@code signIn}, {@code confirmSignIn}, {@code signUp} and
 * {@code resetPassword} are to Amplify JS. The password is proved by SRP and never leaves the server.
 *
 * <p>Begin at {@link org.amplifyjakarta.authentication.AmplifyAuthentication}; a {@link org.amplifyjakarta.authentication.NextStep}
 * says what the user has to do next. Behind it {@code PasswordProof} proves the password, {@code SignInAttempt} goes from challenge
 * to challenge, {@code PendingCookie} keeps what is not done yet, and {@code Accounts} is for users who cannot sign in yet.
 *
 * <p>Messages: {@code AMP-55xx}.
 */
@NullMarked
package org.amplifyjakarta.authentication;

import org.jspecify.annotations.NullMarked;
