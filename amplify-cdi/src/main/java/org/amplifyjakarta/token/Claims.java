package org.amplifyjakarta.token;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The claims of a token whose signature was checked, read strictly: a claim of a wrong type is no claim.
 *
 * <p>Immutable, down to nested lists and maps.
 *
 * @param keyId the {@code kid} of the key that verified the signature
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-4.1">RFC 7519 §4.1</a>
 */
record Claims(String keyId, Map<String, Object> values) {

    Claims {
        values = Collections.unmodifiableMap(values);
    }

    Optional<String> text(String name) {
        return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Reads a NumericDate; RFC 7519 allows fractions, which are cut. */
    Optional<Instant> time(String name) {
        if (!(values.get(name) instanceof Number number)) {
            return Optional.empty();
        }
        double seconds = number.doubleValue();
        if (!(seconds > 0 && seconds < 1L << 53)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.ofEpochSecond(number.longValue()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Reads a list of texts; anything else, a single text included, gives an empty list. */
    List<String> texts(String name) {
        if (!(values.get(name) instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            return List.of();
        }
        return list.stream().map(String.class::cast).toList();
    }

    /** Returns the subject; {@link TokenVerifier} lets no token without one pass. */
    String subject() {
        return text("sub").orElseThrow();
    }

    /** Returns the end of life; {@link TokenVerifier} lets no token without one pass. */
    Instant expiresAt() {
        return time("exp").orElseThrow();
    }

    /** Shows who and until when, nothing else. */
    @Override
    public String toString() {
        return "Claims[sub=" + subject() + ", exp=" + expiresAt() + "]";
    }
}
