package org.amplifyjakarta.binding;

import static org.amplifyjakarta.binding.ScalarReaders.number;
import static org.amplifyjakarta.binding.ScalarReaders.text;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amplifyjakarta.graphql.AwsDateTime;
import org.amplifyjakarta.schema.FieldSchema;
import org.amplifyjakarta.schema.FieldSchema.Kind;
import org.amplifyjakarta.schema.Introspection;
import org.jspecify.annotations.Nullable;

/** Which Java types fit which scalars, and how each is read. */
final class ScalarTypes {

    private static final ValueReader TEXT = text(text -> text);
    private static final ValueReader INT = number(JsonNumber::intValueExact, Integer::valueOf);
    private static final ValueReader LONG = number(JsonNumber::longValueExact, Long::valueOf);
    private static final ValueReader DOUBLE = number(JsonNumber::doubleValue, Double::valueOf);
    private static final ValueReader FLOAT = text(Float::valueOf);
    private static final ValueReader BIG_DECIMAL = number(JsonNumber::bigDecimalValue, BigDecimal::new);

    private static final Map<Class<?>, ValueReader> STRING = Map.of(String.class, TEXT);

    private static final Map<String, Map<Class<?>, ValueReader>> READERS = Map.of(
            "Int",
            Map.of(
                    int.class, INT,
                    Integer.class, INT,
                    long.class, LONG,
                    Long.class, LONG,
                    BigInteger.class, text(BigInteger::new),
                    BigDecimal.class, BIG_DECIMAL),
            "Float",
            Map.of(
                    double.class, DOUBLE,
                    Double.class, DOUBLE,
                    float.class, FLOAT,
                    Float.class, FLOAT,
                    BigDecimal.class, BIG_DECIMAL),
            "Boolean",
            Map.of(boolean.class, ScalarReaders.BOOLEAN, Boolean.class, ScalarReaders.BOOLEAN),
            "AWSTimestamp",
            Map.of(
                    long.class, LONG,
                    Long.class, LONG,
                    int.class, INT,
                    Integer.class, INT),
            "AWSDate",
            Map.of(String.class, TEXT, LocalDate.class, text(date -> LocalDate.parse(AwsTexts.date(date)))),
            "AWSTime",
            Map.of(
                    String.class, TEXT,
                    LocalTime.class, text(time -> LocalTime.parse(AwsTexts.localTime(time))),
                    OffsetTime.class, text(time -> OffsetTime.parse(AwsTexts.offsetTime(time)))),
            "AWSDateTime",
            Map.of(
                    String.class, TEXT,
                    Instant.class, text(AwsDateTime::moment),
                    OffsetDateTime.class, text(OffsetDateTime::parse)),
            "AWSURL",
            Map.of(String.class, TEXT, URI.class, text(URI::create), URL.class, text(ScalarReaders::url)));

    private ScalarTypes() {}

    static boolean fits(Class<?> type, FieldSchema field, Introspection schema) {
        if (field.kind() == Kind.ENUM && type.isEnum()) {
            return isSame(type, schema.enums().getOrDefault(field.typeName(), List.of()));
        }
        return reader(type, field) != null;
    }

    /** Returns what reads values, or elements, of a field; null where the type does not fit. */
    static @Nullable ValueReader reader(Class<?> type, FieldSchema field) {
        if (field.kind() == Kind.ENUM) {
            return type.isEnum() ? ScalarReaders.constant(type) : STRING.get(type);
        }
        if (field.typeName().equals("AWSJSON")) {
            return JsonValue.class.isAssignableFrom(type) ? ScalarReaders.json(type) : STRING.get(type);
        }
        if (field.typeName().equals("AWSTimestamp") && type == Instant.class) {
            return ScalarReaders.timestamp(field);
        }
        return READERS.getOrDefault(field.typeName(), STRING).get(type);
    }

    /** A constant that Java lacks would make an answer unreadable; one that the schema lacks would be refused. */
    private static boolean isSame(Class<?> type, List<String> values) {
        Set<String> names = Stream.of(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.toSet());
        return names.equals(Set.copyOf(values));
    }
}
