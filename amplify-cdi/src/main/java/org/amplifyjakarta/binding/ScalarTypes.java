package org.amplifyjakarta.binding;

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
import java.util.stream.Stream;
import org.amplifyjakarta.schema.FieldSchema;
import org.amplifyjakarta.schema.FieldSchema.Kind;
import org.amplifyjakarta.schema.Introspection;

/** Which Java types fit which scalars. */
final class ScalarTypes {

    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, Integer.class, long.class, Long.class, BigInteger.class, BigDecimal.class);

    private static final Map<String, Set<Class<?>>> BESIDE_STRING = Map.ofEntries(
            Map.entry("ID", Set.of()),
            Map.entry("String", Set.of()),
            Map.entry("AWSEmail", Set.of()),
            Map.entry("AWSPhone", Set.of()),
            Map.entry("AWSIPAddress", Set.of()),
            Map.entry("AWSDate", Set.of(LocalDate.class)),
            Map.entry("AWSTime", Set.of(LocalTime.class, OffsetTime.class)),
            Map.entry("AWSDateTime", Set.of(Instant.class, OffsetDateTime.class)),
            Map.entry("AWSURL", Set.of(URI.class, URL.class)));

    private static final Map<String, Set<Class<?>>> WITHOUT_STRING = Map.of(
            "Int", WHOLE,
            "Float", Set.of(double.class, Double.class, float.class, Float.class, BigDecimal.class),
            "Boolean", Set.of(boolean.class, Boolean.class),
            "AWSTimestamp", Set.of(Instant.class, long.class, Long.class, int.class, Integer.class));

    private ScalarTypes() {}

    static boolean fits(Class<?> type, FieldSchema field, Introspection schema) {
        if (type == Object.class) {
            return false;
        }
        if (field.kind() == Kind.ENUM) {
            return type == String.class
                    || type.isEnum() && isSame(type, schema.enums().getOrDefault(field.typeName(), List.of()));
        }
        if (field.typeName().equals("AWSJSON")) {
            return type == String.class || JsonValue.class.isAssignableFrom(type);
        }
        Set<Class<?>> only = WITHOUT_STRING.get(field.typeName());
        return only == null
                ? type == String.class
                        || BESIDE_STRING
                                .getOrDefault(field.typeName(), Set.of())
                                .contains(type)
                : only.contains(type);
    }

    /** A constant that Java lacks would make an answer unreadable; one that the schema lacks would be refused. */
    private static boolean isSame(Class<?> type, List<String> values) {
        Set<String> names = Stream.of(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(java.util.stream.Collectors.toSet());
        return names.equals(Set.copyOf(values));
    }
}
