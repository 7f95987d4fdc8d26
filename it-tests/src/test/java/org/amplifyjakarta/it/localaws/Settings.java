package org.amplifyjakarta.it.localaws;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What drives tests.
 *
 * @param accessTokenSeconds life of access and id tokens, 1 to 86 400
 * @param rotateRefreshTokens whether each refresh gives a new refresh token
 * @param refreshTokenGraceSeconds how long a rotated refresh token still serves, 0 to 60
 * @param latencyMillis delay of every operation, 0 to 60 000
 * @param credentialsSeconds life of AWS credentials, 1 to 86 400
 * @param fail the failure that is next, if any
 * @param pool what the user pool asks of its users
 */
public record Settings(
        int accessTokenSeconds,
        boolean rotateRefreshTokens,
        int refreshTokenGraceSeconds,
        int latencyMillis,
        int credentialsSeconds,
        @Nullable Fail fail,
        PoolSettings pool) {

    /** What holds until something else is put. */
    public static final Settings DEFAULTS = new Settings(3600, false, 0, 0, 3600, null, PoolSettings.DEFAULTS);

    /**
     * A failure.
     *
     * @param operation the operation that fails; {@code jwks} for the key set
     * @param status the HTTP status, 400 to 599; 0 cuts the connection in the middle of the answer
     * @param code the error's name
     * @param times how often, at least once
     * @param after how many calls go well before, of which the settings over HTTP know nothing
     */
    public record Fail(String operation, int status, String code, int times, int after) {

        public Fail(String operation, int status, String code, int times) {
            this(operation, status, code, times, 0);
        }

        /** Returns what is left when one more call was met; null for nothing. */
        @Nullable Fail rest() {
            if (after > 0) {
                return new Fail(operation, status, code, times, after - 1);
            }
            return times == 1 ? null : new Fail(operation, status, code, times - 1);
        }
    }

    /** Returns these settings with what a JSON object changes. */
    Settings with(JsonObject changes) {
        Settings changed = this;
        for (Map.Entry<String, JsonValue> change : changes.entrySet()) {
            changed = changed.with(change.getKey(), change.getValue());
        }
        return changed;
    }

    /** Returns these settings with another life of access and id tokens. */
    public Settings withAccessTokenSeconds(int seconds) {
        return new Settings(
                seconds, rotateRefreshTokens, refreshTokenGraceSeconds, latencyMillis, credentialsSeconds, fail, pool);
    }

    /** Returns these settings with or without rotation. */
    public Settings withRotation(boolean rotate) {
        return new Settings(
                accessTokenSeconds, rotate, refreshTokenGraceSeconds, latencyMillis, credentialsSeconds, fail, pool);
    }

    /** Returns these settings with another grace for rotated refresh tokens. */
    public Settings withGraceSeconds(int seconds) {
        return new Settings(
                accessTokenSeconds, rotateRefreshTokens, seconds, latencyMillis, credentialsSeconds, fail, pool);
    }

    /** Returns these settings with another delay. */
    public Settings withLatencyMillis(int millis) {
        return new Settings(
                accessTokenSeconds,
                rotateRefreshTokens,
                refreshTokenGraceSeconds,
                millis,
                credentialsSeconds,
                fail,
                pool);
    }

    /** Returns these settings with another life of AWS credentials. */
    public Settings withCredentialsSeconds(int seconds) {
        return new Settings(
                accessTokenSeconds, rotateRefreshTokens, refreshTokenGraceSeconds, latencyMillis, seconds, fail, pool);
    }

    /** Returns these settings with another failure. */
    public Settings withFail(@Nullable Fail next) {
        return new Settings(
                accessTokenSeconds,
                rotateRefreshTokens,
                refreshTokenGraceSeconds,
                latencyMillis,
                credentialsSeconds,
                next,
                pool);
    }

    /** Returns these settings with other ones of the user pool. */
    public Settings withPool(PoolSettings other) {
        return new Settings(
                accessTokenSeconds,
                rotateRefreshTokens,
                refreshTokenGraceSeconds,
                latencyMillis,
                credentialsSeconds,
                fail,
                other);
    }

    /** Returns these settings with a change of the user pool's. */
    public Settings withPool(UnaryOperator<PoolSettings> change) {
        return withPool(change.apply(pool));
    }

    private Settings with(String key, JsonValue value) {
        return switch (key) {
            case "accessTokenSeconds" -> withAccessTokenSeconds(SettingValue.number(key, value, 1, 86_400));
            case "rotateRefreshTokens" -> withRotation(SettingValue.flag(key, value));
            case "refreshTokenGraceSeconds" -> withGraceSeconds(SettingValue.number(key, value, 0, 60));
            case "latencyMillis" -> withLatencyMillis(SettingValue.number(key, value, 0, 60_000));
            case "credentialsSeconds" -> withCredentialsSeconds(SettingValue.number(key, value, 1, 86_400));
            case "fail" -> withFail(value == JsonValue.NULL ? null : SettingValue.fail(value));
            default -> withPool(pool.with(key, value));
        };
    }
}
