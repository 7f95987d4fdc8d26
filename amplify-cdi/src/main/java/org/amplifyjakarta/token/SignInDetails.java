package org.amplifyjakarta.token;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the user signed in, as the browser noted it. Unverified: good for showing, not for deciding.
 *
 * <p>Immutable.
 *
 * @param loginId what the user typed
 * @param authFlowType the flow, such as {@code USER_SRP_AUTH}
 */
public record SignInDetails(
        @Nullable String loginId, @Nullable String authFlowType) {

    private static final int MAX_LENGTH = 4096;

    /** Kept: each {@code Json.create…} looks through the whole class path for its provider. */
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    /** Reads the cookie's JSON; what is no such JSON is no details, and costs the session nothing. */
    static Optional<SignInDetails> parse(String json) {
        if (json.length() > MAX_LENGTH || !json.startsWith("{")) {
            return Optional.empty();
        }
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            JsonObject details = reader.readObject();
            return Optional.of(new SignInDetails(text(details, "loginId"), text(details, "authFlowType")));
        } catch (RuntimeException e) {
            // Parsson tells of nesting that is too deep by a RuntimeException that is no JsonException
            return Optional.empty();
        }
    }

    /** Returns the cookie's JSON, as Amplify JS writes it. */
    String text() {
        JsonObjectBuilder details = BUILDERS.createObjectBuilder();
        if (loginId != null) {
            details.add("loginId", loginId);
        }
        if (authFlowType != null) {
            details.add("authFlowType", authFlowType);
        }
        return details.build().toString();
    }

    private static @Nullable String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? text.getString() : null;
    }

    /** Shows the flow, not the name. */
    @Override
    public String toString() {
        return "SignInDetails[authFlowType=" + authFlowType + "]";
    }
}
