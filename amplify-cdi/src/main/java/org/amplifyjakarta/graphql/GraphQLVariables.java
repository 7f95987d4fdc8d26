package org.amplifyjakarta.graphql;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import org.amplifyjakarta.Secret;
import org.jspecify.annotations.Nullable;

/** Makes JSON of variables; unlike JSON-B alone it keeps what is null, which tells GraphQL to empty a field. */
record GraphQLVariables(JsonProvider provider, Jsonb json) {

    JsonObject object(Map<?, ?> variables) {
        JsonObjectBuilder object = provider.createObjectBuilder();
        variables.forEach((name, value) -> object.add(String.valueOf(name), value(value)));
        return object.build();
    }

    private JsonValue value(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof JsonValue itself) {
            return itself;
        }
        if (value instanceof CharSequence || value instanceof Character) {
            return provider.createValue(value.toString());
        }
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Number number) {
            return provider.createValue(new BigDecimal(number.toString()));
        }
        if (value instanceof Enum<?> constant) {
            return provider.createValue(constant.name());
        }
        if (value instanceof Instant moment) {
            return provider.createValue(AwsDateTime.text(moment));
        }
        if (value instanceof OffsetDateTime moment) {
            return provider.createValue(AwsDateTime.text(moment.toInstant()));
        }
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        if (value instanceof Collection<?> collection) {
            JsonArrayBuilder array = provider.createArrayBuilder();
            collection.forEach(element -> array.add(value(element)));
            return array.build();
        }
        if (value instanceof Secret) {
            throw new IllegalArgumentException(
                    "variables: hold a secret, which would not arrive. Reveal it if it is meant.");
        }
        try (var reader = provider.createReader(new StringReader(json.toJson(value)))) {
            return reader.readValue();
        }
    }
}
