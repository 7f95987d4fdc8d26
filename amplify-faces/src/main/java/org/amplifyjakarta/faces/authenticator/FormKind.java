package org.amplifyjakarta.faces.authenticator;

import java.util.Optional;
import java.util.stream.Stream;
import org.amplifyjakarta.authentication.NextStep;

/** The forms that there are. */
enum FormKind {
    SIGN_IN("signIn"),
    SIGN_UP("signUp"),
    CONFIRM_SIGN_UP("confirmSignUp"),
    FORGOT_PASSWORD("forgotPassword"),
    RESET_PASSWORD("resetPassword"),
    NEW_PASSWORD("newPassword"),
    CONFIRM_CODE("confirmCode"),
    SELECT_FACTOR("selectFactor"),
    SELECT_FACTOR_SETUP("selectFactorSetup"),
    SET_UP_TOTP("setUpTotp"),
    SET_UP_EMAIL("setUpEmail");

    private final String key;

    FormKind(String key) {
        this.key = key;
    }

    /** Returns its name in requests and in the keys of texts. */
    String key() {
        return key;
    }

    /** Tells whether it can be asked for by an address, whatever is pending. */
    boolean isAddressable() {
        return this == SIGN_IN || this == SIGN_UP || this == FORGOT_PASSWORD;
    }

    /** Returns the form of that name. */
    static Optional<FormKind> named(String key) {
        return Stream.of(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    /** Returns the form for what is to be done next. */
    static FormKind of(NextStep step) {
        if (step instanceof NextStep.ConfirmSignUp) {
            return CONFIRM_SIGN_UP;
        } else if (step instanceof NextStep.ResetPassword) {
            return FORGOT_PASSWORD;
        } else if (step instanceof NextStep.ConfirmResetPassword) {
            return RESET_PASSWORD;
        } else if (step instanceof NextStep.ConfirmCode) {
            return CONFIRM_CODE;
        } else if (step instanceof NextStep.NewPassword) {
            return NEW_PASSWORD;
        } else if (step instanceof NextStep.SelectFactor) {
            return SELECT_FACTOR;
        } else if (step instanceof NextStep.SelectFactorSetup) {
            return SELECT_FACTOR_SETUP;
        } else if (step instanceof NextStep.SetUpTotp) {
            return SET_UP_TOTP;
        } else if (step instanceof NextStep.SetUpEmail) {
            return SET_UP_EMAIL;
        }
        return SIGN_IN;
    }
}
