package org.amplifyjakarta.faces.data;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as expressions take it: maps, lists, texts, numbers; JSON-P's own texts print in quotes. */
final class PlainJson {

    private PlainJson() {}

    static Map<String, @Nullable Object> of(JsonObject object) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        object.forEach((name, value) -> map.put(name, of(value)));
        return Collections.unmodifiableMap(map);
    }

    private static @Nullable Object of(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> of((JsonObject) value);
            case ARRAY -> of((JsonArray) value);
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> number((JsonNumber) value);
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
        };
    }

    private static List<@Nullable Object> of(JsonArray array) {
        List<@Nullable Object> list = new ArrayList<>(array.size());
        array.forEach(value -> list.add(of(value)));
        return Collections.unmodifiableList(list);
    }

    private static Object number(JsonNumber number) {
        return number.isIntegral() && number.bigDecimalValue().precision() < 19
                ? (Object) number.longValue()
                : number.bigDecimalValue();
    }
}
