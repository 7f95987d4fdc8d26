package org.amplifyjakarta.cookie;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.amplifyjakarta.AmplifyException;

/**
 * Keeps a session sealed in cookies, as many as it takes. The first one tells how many there are: what is left of a longer session,
 * because a browser withheld it when that one ended, does no harm. Immutable, safe for concurrent use.
 */
public final class SealedChunks implements Enclosure {

    /** Parts the number of chunks from the first of them; no sealed text holds it. */
    private static final char OF = '~';

    private static final int CHUNK = 3900;

    /** All of them are one header of a request, and servers limit that. */
    private static final int MAX_CHUNKS = 5;

    private final SessionSeal seal;

    public SealedChunks(SessionSeal seal) {
        this.seal = seal;
    }

    @Override
    public Optional<String> open(Function<String, Optional<String>> carried) {
        String first = carried.apply("0").orElse("");
        int chunks = first.length() > 2 && first.charAt(1) == OF ? first.charAt(0) - '0' : 0;
        if (chunks < 1 || chunks > MAX_CHUNKS) {
            return Optional.empty();
        }
        StringBuilder joined = new StringBuilder(first.substring(2));
        for (int i = 1; i < chunks; i++) {
            Optional<String> chunk = carried.apply(Integer.toString(i));
            if (chunk.isEmpty()) {
                return Optional.empty();
            }
            joined.append(chunk.get());
        }
        return seal.open(joined.toString());
    }

    @Override
    public Optional<Map<String, String>> close(String text) {
        String sealed = seal.seal(text);
        int chunks = (sealed.length() + CHUNK - 1) / CHUNK;
        if (chunks > MAX_CHUNKS) {
            throw new AmplifyException(
                    "CookieTooLarge",
                    "Session: sealed, it has " + sealed.length() + " bytes, more than " + maxBytes() + ".",
                    "Put fewer groups and custom attributes into tokens.",
                    null);
        }
        Map<String, String> carried = new LinkedHashMap<>();
        for (int i = 0; i < chunks; i++) {
            String chunk = sealed.substring(i * CHUNK, Math.min(sealed.length(), (i + 1) * CHUNK));
            carried.put(Integer.toString(i), i == 0 ? "" + chunks + OF + chunk : chunk);
        }
        return Optional.of(carried);
    }

    @Override
    public int maxBytes() {
        return CHUNK * MAX_CHUNKS;
    }
}
