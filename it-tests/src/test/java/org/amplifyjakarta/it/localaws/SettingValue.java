package org.amplifyjakarta.it.localaws;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import org.amplifyjakarta.it.localaws.Settings.Fail;
import org.jspecify.annotations.Nullable;

/** Values of settings as they come over HTTP. */
final class SettingValue {

    private SettingValue() {}

    static Fail fail(JsonValue value) {
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

    static int number(String key, @Nullable JsonValue value, int least, int most) {
        if (value instanceof JsonNumber number && number.isIntegral()) {
            long whole = number.longValue();
            if (whole >= least && whole <= most) {
                return (int) whole;
            }
        }
        throw wrong(key, "a whole number from " + least + " to " + most);
    }

    static boolean flag(String key, JsonValue value) {
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE;
        }
        throw wrong(key, "true or false");
    }

    static List<String> texts(String key, JsonValue value) {
        if (value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance)) {
            return array.getValuesAs(JsonString::getString);
        }
        throw wrong(key, "an array of texts");
    }

    static <E extends Enum<E>> E constant(String key, Class<E> type, String name) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(key, "one of " + List.of(type.getEnumConstants())));
    }

    static ServiceError wrong(String key, String expected) {
        return ServiceError.of("InvalidParameterException", key + ": must be " + expected + ".");
    }
}
