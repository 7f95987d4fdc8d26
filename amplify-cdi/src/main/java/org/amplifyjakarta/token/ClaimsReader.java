package org.amplifyjakarta.token;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a payload whose signature was checked: strict UTF-8, a JSON object, no half surrogate pairs, frozen throughout. */
final class ClaimsReader {

    private ClaimsReader() {}

    static Optional<Claims> read(CompactJws token, String keyId) {
        try {
            byte[] payload = new Base64URL(token.payload()).decode();
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
            if (!json.startsWith("{")) {
                return Optional.empty();
            }
            Map<String, Object> values = frozenObject(JSONObjectUtils.parse(json));
            return Optional.of(new Claims(keyId, values));
        } catch (CharacterCodingException | ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> frozenObject(Map<?, ?> object) {
        Map<String, Object> frozen = new LinkedHashMap<>();
        object.forEach((name, value) -> {
            Object kept = frozen(value);
            if (kept != null) {
                frozen.put(wellFormed(String.valueOf(name)), kept);
            }
        });
        return Collections.unmodifiableMap(frozen);
    }

    private static @Nullable Object frozen(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return frozenObject(object);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> frozen = new ArrayList<>(list.size());
            list.forEach(element -> frozen.add(frozen(element)));
            return Collections.unmodifiableList(frozen);
        }
        return value instanceof String text ? wellFormed(text) : value;
    }

    /** A half surrogate pair has no UTF-8 form: it could be neither compared nor written safely. */
    private static String wellFormed(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("half a surrogate pair");
        }
        return text;
    }
}
