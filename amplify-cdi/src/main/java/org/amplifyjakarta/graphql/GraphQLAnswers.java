package org.amplifyjakarta.graphql;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import java.util.List;
import java.util.Optional;
import org.amplifyjakarta.transport.HttpAnswer;
import org.jspecify.annotations.Nullable;

/** Makes a result, or a failure, of what an API answered. */
record GraphQLAnswers(JsonReaderFactory readers, Jsonb json) {

    /** @throws GraphQLException for what is no answer of GraphQL */
    GraphQLResult result(HttpAnswer answer) {
        JsonObject body = answer.object(readers);
        if (answer.status() >= 300) {
            List<GraphQLError> errors = errors(body);
            throw GraphQLMessages.refused(name(answer, errors), answer.status(), errors);
        }
        if (body == null) {
            throw GraphQLMessages.notGraphQL("is no JSON object");
        }
        JsonValue data = body.getOrDefault("data", JsonValue.NULL);
        List<GraphQLError> errors = errors(body);
        if (data != JsonValue.NULL && !(data instanceof JsonObject)) {
            throw GraphQLMessages.notGraphQL("holds data that is no object");
        }
        if (data == JsonValue.NULL && errors.isEmpty()) {
            throw GraphQLMessages.notGraphQL("holds neither data nor errors");
        }
        return new GraphQLResult(objectOrNull(data), errors, objectOrNull(body.get("extensions")), json);
    }

    private static List<GraphQLError> errors(@Nullable JsonObject body) {
        return body != null && body.get("errors") instanceof JsonArray array
                ? array.stream().map(GraphQLAnswers::error).toList()
                : List.of();
    }

    private static GraphQLError error(JsonValue value) {
        if (!(value instanceof JsonObject error)) {
            return new GraphQLError(value instanceof JsonString text ? text.getString() : "", "", List.of(), null);
        }
        List<String> path = error.get("path") instanceof JsonArray steps
                ? steps.stream()
                        .map(step -> step instanceof JsonString name ? name.getString() : step.toString())
                        .toList()
                : List.of();
        return new GraphQLError(text(error, "message"), text(error, "errorType"), path, error);
    }

    private static String name(HttpAnswer answer, List<GraphQLError> errors) {
        return answer.header("x-amzn-errortype")
                .or(() -> errors.stream().map(GraphQLError::errorType).findFirst())
                .map(type -> type.substring(type.indexOf('#') + 1).split("[:,]", 2)[0])
                .filter(type -> type.matches("\\w{1,100}"))
                .or(() -> answer.status() == 401 ? Optional.of("UnauthorizedException") : Optional.empty())
                .orElse("UnknownError");
    }

    private static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? text.getString() : "";
    }

    private static @Nullable JsonObject objectOrNull(@Nullable JsonValue value) {
        return value instanceof JsonObject object ? object : null;
    }
}
