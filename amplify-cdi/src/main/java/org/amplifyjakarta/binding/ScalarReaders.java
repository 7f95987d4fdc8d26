package org.amplifyjakarta.binding;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amplifyjakarta.graphql.AwsDateTime;
import org.amplifyjakarta.schema.FieldSchema;

/** What scalars are read by. As JSON-B does, they take a number's text for the number, and the other way round. */
final class ScalarReaders {

    static final ValueReader BOOLEAN =
            (value, provider) -> value == JsonValue.TRUE || Boolean.parseBoolean(text(value));

    private ScalarReaders() {}

    static ValueReader text(Function<String, ?> parse) {
        return (value, provider) -> parse.apply(text(value));
    }

    static ValueReader number(Function<JsonNumber, ?> exact, Function<String, ?> parse) {
        return (value, provider) -> value instanceof JsonNumber number ? exact.apply(number) : parse.apply(text(value));
    }

    static ValueReader timestamp(FieldSchema field) {
        return (value, provider) ->
                value instanceof JsonNumber count ? AwsTexts.moment(count, field) : AwsDateTime.moment(text(value));
    }

    static ValueReader constant(Class<?> type) {
        Map<String, Object> constants = Stream.of(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(constant -> ((Enum<?>) constant).name(), constant -> constant));
        return text(name -> {
            Object constant = constants.get(name);
            if (constant == null) {
                throw new IllegalArgumentException("no constant");
            }
            return constant;
        });
    }

    /** What an AWSJSON holds; its null is one only for those who ask for any JSON. */
    static ValueReader json(Class<?> type) {
        return (value, provider) -> {
            JsonValue held = value instanceof JsonString text ? AwsTexts.json(text, provider) : value;
            if (held == JsonValue.NULL && type != JsonValue.class) {
                return null;
            }
            if (!type.isInstance(held)) {
                throw new IllegalArgumentException("other JSON");
            }
            return held;
        };
    }

    static URL url(String text) {
        try {
            return new URL(text);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        if (value instanceof JsonNumber || value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value.toString();
        }
        throw new IllegalArgumentException("no scalar");
    }
}
