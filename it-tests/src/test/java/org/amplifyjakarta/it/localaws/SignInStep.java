package org.amplifyjakarta.it.localaws;

import org.jspecify.annotations.Nullable;

/**
 * A sign-in that waits for the answer to a challenge.
 *
 * @param challenge Cognito's name of it
 * @param secret what the answer must match or, at the end, what is to be kept: the code that was sent, the secret of an
 *     authenticator app that is being set up
 * @param email the address that is being set up for codes
 * @param verified whether a code of the new authenticator app was right
 */
record SignInStep(
        String challenge,
        AppClient client,
        LocalUser user,
        @Nullable String secret,
        @Nullable String email,
        boolean verified) {

    static SignInStep of(String challenge, AppClient client, LocalUser user) {
        return new SignInStep(challenge, client, user, null, null, false);
    }

    SignInStep withSecret(String newSecret) {
        return new SignInStep(challenge, client, user, newSecret, email, false);
    }

    SignInStep settingUp(String newEmail) {
        return new SignInStep(challenge, client, user, secret, newEmail, false);
    }

    SignInStep asVerified() {
        return new SignInStep(challenge, client, user, secret, email, true);
    }

    @Override
    public String toString() {
        return "SignInStep[" + challenge + "]";
    }
}
