package org.amplifyjakarta.authentication;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of a challenge. Immutable. */
record ChallengeParameters(Map<String, String> values) {

    private static final String ATTRIBUTE = "userAttributes.";

    /** Kept: each {@code Json.create…} looks through the whole class path for its provider. */
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    ChallengeParameters {
        values = Map.copyOf(values);
    }

    /** Returns what the parameter that takes an attribute is named. */
    static String ofAttribute(String name) {
        return ATTRIBUTE + name;
    }

    /** Returns where a code was sent, null where that is not told. */
    @Nullable CodeDelivery delivery() {
        String medium = values.get("CODE_DELIVERY_DELIVERY_MEDIUM");
        return medium == null ? null : new CodeDelivery(medium, values.get("CODE_DELIVERY_DESTINATION"));
    }

    List<String> missingAttributes() {
        return list("requiredAttributes").stream()
                .map(name -> name.startsWith(ATTRIBUTE) ? name.substring(ATTRIBUTE.length()) : name)
                .toList();
    }

    List<Factor> choices() {
        return factors("MFAS_CAN_CHOOSE");
    }

    /** Returns those that can be set up while signing in. */
    List<Factor> setUps() {
        return factors("MFAS_CAN_SETUP").stream()
                .filter(factor -> factor != Factor.SMS)
                .toList();
    }

    private List<Factor> factors(String name) {
        return list(name).stream()
                .map(Challenge::named)
                .flatMap(Optional::stream)
                .map(Challenge::factor)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private List<String> list(String name) {
        try (JsonReader reader = READERS.createReader(new StringReader(values.getOrDefault(name, "[]")))) {
            return reader.readArray().stream()
                    .filter(JsonString.class::isInstance)
                    .map(each -> ((JsonString) each).getString())
                    .toList();
        } catch (RuntimeException e) {
            // Parsson tells of nesting that is too deep by a RuntimeException that is no JsonException
            return List.of();
        }
    }

    /** Shows their names. */
    @Override
    public String toString() {
        return "ChallengeParameters" + values.keySet();
    }
}
