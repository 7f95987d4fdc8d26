package org.amplifyjakarta.it.localaws;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
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
 */
public record Settings(
        int accessTokenSeconds,
        boolean rotateRefreshTokens,
        int refreshTokenGraceSeconds,
        int latencyMillis,
        int credentialsSeconds,
        @Nullable Fail fail) {

    /** What holds until something else is put. */
    public static final Settings DEFAULTS = new Settings(3600, false, 0, 0, 3600, null);

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
                seconds, rotateRefreshTokens, refreshTokenGraceSeconds, latencyMillis, credentialsSeconds, fail);
    }

    /** Returns these settings with or without rotation. */
    public Settings withRotation(boolean rotate) {
        return new Settings(
                accessTokenSeconds, rotate, refreshTokenGraceSeconds, latencyMillis, credentialsSeconds, fail);
    }

    /** Returns these settings with another grace for rotated refresh tokens. */
    public Settings withGraceSeconds(int seconds) {
        return new Settings(accessTokenSeconds, rotateRefreshTokens, seconds, latencyMillis, credentialsSeconds, fail);
    }

    /** Returns these settings with another delay. */
    public Settings withLatencyMillis(int millis) {
        return new Settings(
                accessTokenSeconds, rotateRefreshTokens, refreshTokenGraceSeconds, millis, credentialsSeconds, fail);
    }

    /** Returns these settings with another life of AWS credentials. */
    public Settings withCredentialsSeconds(int seconds) {
        return new Settings(
                accessTokenSeconds, rotateRefreshTokens, refreshTokenGraceSeconds, latencyMillis, seconds, fail);
    }

    /** Returns these settings with another failure. */
    public Settings withFail(@Nullable Fail next) {
        return new Settings(
                accessTokenSeconds,
                rotateRefreshTokens,
                refreshTokenGraceSeconds,
                latencyMillis,
                credentialsSeconds,
                next);
    }

    private Settings with(String key, JsonValue value) {
        return switch (key) {
            case "accessTokenSeconds" -> withAccessTokenSeconds(number(key, value, 1, 86_400));
            case "rotateRefreshTokens" -> withRotation(flag(key, value));
            case "refreshTokenGraceSeconds" -> withGraceSeconds(number(key, value, 0, 60));
            case "latencyMillis" -> withLatencyMillis(number(key, value, 0, 60_000));
            case "credentialsSeconds" -> withCredentialsSeconds(number(key, value, 1, 86_400));
            case "fail" -> withFail(value == JsonValue.NULL ? null : fail(value));
            default -> throw ServiceError.of("InvalidParameterException", key + ": is no setting.");
        };
    }

    private static Fail fail(JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            throw wrong("fail", "an object or null");
        }
        object.keySet().stream()
                .filter(key -> !key.matches("operation|status|code|times"))
                .findFirst()
                .ifPresent(key -> {
                    throw ServiceError.of("InvalidParameterException", "fail." + key + ": is no setting.");
                });
        if (!(object.get("operation") instanceof JsonString operation)) {
            throw wrong("fail.operation", "a text");
        }
        if (object.containsKey("code") && !(object.get("code") instanceof JsonString)) {
            throw wrong("fail.code", "a text");
        }
        int status = number("fail.status", object.getOrDefault("status", JsonValue.NULL), 0, 599);
        if (status > 0 && status < 400) {
            throw wrong("fail.status", "0, or 400 to 599");
        }
        int times = object.containsKey("times") ? number("fail.times", object.get("times"), 1, 1_000_000) : 1;
        return new Fail(operation.getString(), status, object.getString("code", "InternalErrorException"), times);
    }

    private static int number(String key, @Nullable JsonValue value, int least, int most) {
        if (value instanceof JsonNumber number && number.isIntegral()) {
            long whole = number.longValue();
            if (whole >= least && whole <= most) {
                return (int) whole;
            }
        }
        throw wrong(key, "a whole number from " + least + " to " + most);
    }

    private static boolean flag(String key, JsonValue value) {
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE;
        }
        throw wrong(key, "true or false");
    }

    private static ServiceError wrong(String key, String expected) {
        return ServiceError.of("InvalidParameterException", key + ": must be " + expected + ".");
    }
}
