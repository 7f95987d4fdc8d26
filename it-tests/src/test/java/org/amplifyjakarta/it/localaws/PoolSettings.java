package org.amplifyjakarta.it.localaws;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * What the user pool asks of its users.
 *
 * @param mfa whether sign-ins need a second factor
 * @param mfaSetup the factors that a user without one may set up while signing in
 * @param requiredAttributes the attributes that each user must have
 * @param signUpCodeSeconds life of the code that confirms a sign-up, 1 to 86 400
 * @param resetCodeSeconds life of the code that allows a new password, 1 to 86 400
 * @param challengeSeconds life of a sign-in's session, 1 to 900
 */
public record PoolSettings(
        Mfa mfa,
        List<Factor> mfaSetup,
        List<String> requiredAttributes,
        int signUpCodeSeconds,
        int resetCodeSeconds,
        int challengeSeconds) {

    static final PoolSettings DEFAULTS =
            new PoolSettings(Mfa.OPTIONAL, List.of(Factor.SOFTWARE_TOKEN_MFA), List.of("email"), 86_400, 3_600, 180);

    public PoolSettings {
        mfaSetup = List.copyOf(mfaSetup);
        requiredAttributes = List.copyOf(requiredAttributes);
    }

    /** Whether sign-ins need a second factor, by Cognito's names. */
    public enum Mfa {
        /** Nobody is asked. */
        OFF,
        /** Who switched a factor on is asked. */
        OPTIONAL,
        /** Everybody is asked, and sets a factor up first. */
        ON
    }

    /** Returns these settings with another need of second factors. */
    public PoolSettings withMfa(Mfa other) {
        return new PoolSettings(
                other, mfaSetup, requiredAttributes, signUpCodeSeconds, resetCodeSeconds, challengeSeconds);
    }

    /** Returns these settings with other factors to set up. */
    public PoolSettings withMfaSetup(List<Factor> factors) {
        return new PoolSettings(
                mfa, factors, requiredAttributes, signUpCodeSeconds, resetCodeSeconds, challengeSeconds);
    }

    /** Returns these settings with other attributes that each user must have. */
    public PoolSettings withRequiredAttributes(List<String> names) {
        return new PoolSettings(mfa, mfaSetup, names, signUpCodeSeconds, resetCodeSeconds, challengeSeconds);
    }

    /** Returns these settings with another life of the code that confirms a sign-up. */
    public PoolSettings withSignUpCodeSeconds(int seconds) {
        return new PoolSettings(mfa, mfaSetup, requiredAttributes, seconds, resetCodeSeconds, challengeSeconds);
    }

    /** Returns these settings with another life of the code that allows a new password. */
    public PoolSettings withResetCodeSeconds(int seconds) {
        return new PoolSettings(mfa, mfaSetup, requiredAttributes, signUpCodeSeconds, seconds, challengeSeconds);
    }

    /** Returns these settings with another life of a sign-in's session. */
    public PoolSettings withChallengeSeconds(int seconds) {
        return new PoolSettings(mfa, mfaSetup, requiredAttributes, signUpCodeSeconds, resetCodeSeconds, seconds);
    }

    PoolSettings with(String key, JsonValue value) {
        return switch (key) {
            case "mfa" ->
                withMfa(SettingValue.constant(
                        key, Mfa.class, value instanceof JsonString text ? text.getString() : ""));
            case "mfaSetup" ->
                withMfaSetup(SettingValue.texts(key, value).stream()
                        .map(name -> SettingValue.constant(key, Factor.class, name))
                        .toList());
            case "requiredAttributes" -> withRequiredAttributes(SettingValue.texts(key, value));
            case "signUpCodeSeconds" -> withSignUpCodeSeconds(SettingValue.number(key, value, 1, 86_400));
            case "resetCodeSeconds" -> withResetCodeSeconds(SettingValue.number(key, value, 1, 86_400));
            case "challengeSeconds" -> withChallengeSeconds(SettingValue.number(key, value, 1, 900));
            default -> throw ServiceError.of("InvalidParameterException", key + ": is no setting.");
        };
    }
}
