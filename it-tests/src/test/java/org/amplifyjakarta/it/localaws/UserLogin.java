package org.amplifyjakarta.it.localaws;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a user signs in with.
 *
 * @param factors the second factors that are on
 * @param preferred the one of them that is asked for, null to let the user choose
 * @param totpSecret the secret of the authenticator app, in Base32
 */
record UserLogin(
        String password,
        UserStatus status,
        List<Factor> factors,
        @Nullable Factor preferred,
        @Nullable String totpSecret) {

    UserLogin {
        factors = List.copyOf(factors);
    }

    UserLogin(String password, UserStatus status) {
        this(password, status, List.of(), null, null);
    }

    UserLogin with(String newPassword, UserStatus newStatus) {
        return new UserLogin(newPassword, newStatus, factors, preferred, totpSecret);
    }

    UserLogin with(Factor factor) {
        List<Factor> more =
                Stream.concat(factors.stream(), Stream.of(factor)).distinct().toList();
        return new UserLogin(password, status, more, preferred, totpSecret);
    }

    UserLogin without(Factor factor) {
        List<Factor> fewer = factors.stream().filter(other -> other != factor).toList();
        return new UserLogin(password, status, fewer, preferred == factor ? null : preferred, totpSecret);
    }

    UserLogin preferring(@Nullable Factor factor) {
        return new UserLogin(password, status, factors, factor, totpSecret);
    }

    UserLogin withTotp(String secret) {
        return new UserLogin(password, status, factors, preferred, secret);
    }

    /** Refuses a sign-in that must wait for something else; who asks has the right password. */
    void requireUsable() {
        switch (status) {
            case UNCONFIRMED -> throw ServiceError.of("UserNotConfirmedException", "User is not confirmed.");
            case RESET_REQUIRED ->
                throw ServiceError.of("PasswordResetRequiredException", "Password reset required for the user");
            case CONFIRMED, FORCE_CHANGE_PASSWORD -> {}
        }
    }

    /** Refuses a sign-in that must go on after the password, where nothing can ask for it. */
    void requireNoChallenge() {
        if (status == UserStatus.FORCE_CHANGE_PASSWORD || !factors.isEmpty()) {
            throw ServiceError.notAuthorized(
                    "This user cannot sign in here: a second factor or a new password is due.");
        }
    }

    @Override
    public String toString() {
        return "UserLogin[" + status + ", " + factors + "]";
    }
}
