package org.amplifyjakarta.rest;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import java.util.Optional;
import org.amplifyjakarta.transport.HttpAnswer;

/** Makes a response, or a failure, of what an API answered. */
record RestAnswers(Jsonb json) {

    /** @throws RestApiException for a status of 300 and above */
    RestResponse response(HttpAnswer answer) {
        RestResponse response = new RestResponse(answer, json);
        if (answer.status() >= 300) {
            throw RestMessages.refused(errorName(response), response);
        }
        return response;
    }

    /** The name that AWS services give their errors, in a header or in the body. */
    private static String errorName(RestResponse response) {
        return response.header("x-amzn-errortype")
                .or(() -> inBody(response, "__type"))
                .or(() -> inBody(response, "code"))
                .map(type -> type.substring(type.indexOf('#') + 1).split("[:,]", 2)[0])
                .filter(name -> name.matches("\\w{1,100}"))
                .orElse("UnknownError");
    }

    private static Optional<String> inBody(RestResponse response, String name) {
        if (!response.header("content-type").orElse("").contains("json")) {
            return Optional.empty();
        }
        try {
            return response.json() instanceof JsonObject object && object.get(name) instanceof JsonString text
                    ? Optional.of(text.getString())
                    : Optional.empty();
        } catch (JsonbException | JsonException e) {
            return Optional.empty();
        }
    }
}
