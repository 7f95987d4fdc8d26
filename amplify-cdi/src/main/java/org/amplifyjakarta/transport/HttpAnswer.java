package org.amplifyjakarta.transport;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param headers names in lower case
 * @param body not copied, so leave it alone
 */
public record HttpAnswer(int status, Map<String, List<String>> headers, byte[] body) {

    /** Takes the names of headers in any case. */
    public HttpAnswer {
        Map<String, List<String>> lowerCase = new TreeMap<>();
        headers.forEach((name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), values));
        headers = Map.copyOf(lowerCase);
    }

    /** Returns the first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** Returns the object of JSON that the body is; null for anything else. */
    public @Nullable JsonObject object(JsonReaderFactory readers) {
        if (body.length == 0) {
            return null;
        }
        try (JsonReader reader = readers.createReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8)) {
            return reader.read() instanceof JsonObject object ? object : null;
        } catch (RuntimeException e) {
            // Parsson reports nesting that is too deep as a plain RuntimeException
            return null;
        }
    }

    /** Shows neither headers nor body. */
    @Override
    public String toString() {
        return "HttpAnswer[" + status + ", " + body.length + " bytes]";
    }
}
