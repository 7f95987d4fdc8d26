package org.amplifyjakarta.authentication;

import java.util.List;
import org.amplifyjakarta.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a user has to do next to be signed in, or up, or to have a new password: {@code nextStep} of Amplify JS.
 *
 * <p>Immutable.
 */
public sealed interface NextStep {

    /** Returns the step's name as Amplify JS spells it. */
    String step();

    /** Nothing: it is done. */
    record Done() implements NextStep {

        @Override
        public String step() {
            return "DONE";
        }
    }

    /**
     * To type the code that was sent after signing up.
     *
     * @param delivery null where none was sent just now
     */
    record ConfirmSignUp(String username, @Nullable CodeDelivery delivery) implements NextStep {

        @Override
        public String step() {
            return "CONFIRM_SIGN_UP";
        }
    }

    /** To ask for a new password, which an administrator wants. */
    record ResetPassword(String username) implements NextStep {

        @Override
        public String step() {
            return "RESET_PASSWORD";
        }
    }

    /**
     * To type the code that was sent, and a new password.
     *
     * @param delivery null where it is not told
     */
    record ConfirmResetPassword(String username, @Nullable CodeDelivery delivery) implements NextStep {

        @Override
        public String step() {
            return "CONFIRM_RESET_PASSWORD_WITH_CODE";
        }
    }

    /**
     * To type a code of the second factor.
     *
     * @param delivery null where none was sent, as for an authenticator app
     */
    record ConfirmCode(Factor factor, @Nullable CodeDelivery delivery) implements NextStep {

        @Override
        public String step() {
            return "CONFIRM_SIGN_IN_WITH_" + factor + "_CODE";
        }
    }

    /**
     * To choose a password of one's own in place of a temporary one.
     *
     * @param missingAttributes names of attributes that have to be given with it
     */
    record NewPassword(List<String> missingAttributes) implements NextStep {

        public NewPassword {
            missingAttributes = List.copyOf(missingAttributes);
        }

        @Override
        public String step() {
            return "CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED";
        }
    }

    /** To choose a second factor out of those that are set up: answered by its {@link Factor#name()}. */
    record SelectFactor(List<Factor> factors) implements NextStep {

        public SelectFactor {
            factors = List.copyOf(factors);
        }

        @Override
        public String step() {
            return "CONTINUE_SIGN_IN_WITH_MFA_SELECTION";
        }
    }

    /** To choose which second factor to set up: answered by its {@link Factor#name()}. */
    record SelectFactorSetup(List<Factor> factors) implements NextStep {

        public SelectFactorSetup {
            factors = List.copyOf(factors);
        }

        @Override
        public String step() {
            return "CONTINUE_SIGN_IN_WITH_MFA_SETUP_SELECTION";
        }
    }

    /**
     * To put a secret into an authenticator app, and to type the first code that it shows.
     *
     * @param sharedSecret in base 32
     */
    record SetUpTotp(String username, Secret sharedSecret) implements NextStep {

        @Override
        public String step() {
            return "CONTINUE_SIGN_IN_WITH_TOTP_SETUP";
        }
    }

    /** To give an e-mail address to which codes are sent. */
    record SetUpEmail() implements NextStep {

        @Override
        public String step() {
            return "CONTINUE_SIGN_IN_WITH_EMAIL_SETUP";
        }
    }
}
