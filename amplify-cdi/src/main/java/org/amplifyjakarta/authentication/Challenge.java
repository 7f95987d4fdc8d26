package org.amplifyjakarta.authentication;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The challenges that are known here, by Cognito's names. */
enum Challenge {
    SMS_MFA("SMS_MFA_CODE", Factor.SMS),
    SOFTWARE_TOKEN_MFA("SOFTWARE_TOKEN_MFA_CODE", Factor.TOTP),
    EMAIL_OTP("EMAIL_OTP_CODE", Factor.EMAIL),
    NEW_PASSWORD_REQUIRED("NEW_PASSWORD", null),
    SELECT_MFA_TYPE("ANSWER", null),
    MFA_SETUP("EMAIL", null);

    private final String answer;
    private final @Nullable Factor factor;

    Challenge(String answer, @Nullable Factor factor) {
        this.answer = answer;
        this.factor = factor;
    }

    static Optional<Challenge> named(@Nullable String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    /** Returns the one that a factor's code answers, and by whose name the factor is chosen. */
    static Challenge of(Factor factor) {
        return Arrays.stream(values())
                .filter(each -> each.factor == factor)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the one that a step answers; empty for a step that is not of a sign-in. */
    static Optional<Challenge> of(NextStep step) {
        if (step instanceof NextStep.ConfirmCode code) {
            return Optional.of(of(code.factor()));
        }
        if (step instanceof NextStep.NewPassword) {
            return Optional.of(NEW_PASSWORD_REQUIRED);
        }
        if (step instanceof NextStep.SelectFactor) {
            return Optional.of(SELECT_MFA_TYPE);
        }
        return step instanceof NextStep.SelectFactorSetup
                        || step instanceof NextStep.SetUpTotp
                        || step instanceof NextStep.SetUpEmail
                ? Optional.of(MFA_SETUP)
                : Optional.empty();
    }

    /** Returns the name of the parameter that takes the answer. */
    String answer() {
        return answer;
    }

    Optional<Factor> factor() {
        return Optional.ofNullable(factor);
    }
}
