package org.amplifyjakarta.graphql;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer: data, errors, or both. Immutable.
 *
 * @see <a href="https://spec.graphql.org/October2021/#sec-Response-Format">GraphQL, Response Format</a>
 */
public final class GraphQLResult {

    private final @Nullable JsonObject data;
    private final List<GraphQLError> errors;
    private final @Nullable JsonObject extensions;
    private final @Nullable Jsonb json;

    GraphQLResult(
            @Nullable JsonObject data,
            List<GraphQLError> errors,
            @Nullable JsonObject extensions,
            @Nullable Jsonb json) {
        this.data = data;
        this.errors = List.copyOf(errors);
        this.extensions = extensions;
        this.json = json;
    }

    /** Makes one of data alone: for a client of one's own, in tests for one. */
    public static GraphQLResult of(JsonObject data) {
        return new GraphQLResult(data, List.of(), null, null);
    }

    /** Returns the data, partial where there are errors; empty where it is null or missing. */
    public Optional<JsonObject> data() {
        return Optional.ofNullable(data);
    }

    /** Returns the errors, none where all went well. */
    public List<GraphQLError> errors() {
        return errors;
    }

    /** Returns the extensions, if there are any. */
    public Optional<JsonObject> extensions() {
        return Optional.ofNullable(extensions);
    }

    /** Returns a field of the data; JSON's null where it is null or missing. */
    public JsonValue field(String name) {
        return data == null ? JsonValue.NULL : data.getOrDefault(name, JsonValue.NULL);
    }

    /**
     * Returns a field of the data as an object, by JSON-B; null where it is null or missing.
     *
     * @throws JsonbException if it has not that form
     */
    public <T> @Nullable T as(String field, Class<T> type) {
        JsonValue value = field(field);
        return value == JsonValue.NULL ? null : json().fromJson(value.toString(), type);
    }

    /**
     * Returns a list of the data as objects, by JSON-B; empty where it is null or missing. Null elements are left out.
     *
     * @throws JsonbException if it has not that form
     */
    public <T> List<T> listOf(String field, Class<T> type) {
        if (!(field(field) instanceof JsonArray array)) {
            return List.of();
        }
        Jsonb objects = json();
        return array.stream()
                .filter(element -> element != JsonValue.NULL)
                .map(element -> objects.fromJson(element.toString(), type))
                .toList();
    }

    /**
     * Returns this, if there are no errors.
     *
     * @throws GraphQLException named after the first error's type, with this in it
     */
    public GraphQLResult orThrow() {
        if (!errors.isEmpty()) {
            throw GraphQLMessages.reported(errors, this);
        }
        return this;
    }

    /** Shows what is there, not what it says. */
    @Override
    public String toString() {
        return "GraphQLResult[" + (data == null ? "no data" : "data of " + data.keySet()) + ", errors=" + errors + "]";
    }

    /** Made where it is asked for: most who make a result of data alone read the data as it is. */
    private Jsonb json() {
        return json == null ? JsonbBuilder.create() : json;
    }
}
