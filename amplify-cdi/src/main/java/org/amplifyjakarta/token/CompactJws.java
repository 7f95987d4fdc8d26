package org.amplifyjakarta.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A text that has the shape of a compact JWS: three parts of canonical base64url, none of them empty, at most 64 KiB.
 * Nothing in it is decoded, and nothing in it is to be believed. What does not have this shape (a JWE of five parts, an
 * unsigned JWT with its empty third part) is refused before any parser sees it.
 *
 * <p>Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-7.1">RFC 7515 §7.1</a>
 */
final class CompactJws {

    private static final int MAX_LENGTH = 64 * 1024;

    /** The value of each base64url character, -1 for all others. */
    private static final byte[] SEXTETS = new byte[128];

    static {
        Arrays.fill(SEXTETS, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int i = 0; i < alphabet.length(); i++) {
            SEXTETS[alphabet.charAt(i)] = (byte) i;
        }
    }

    private final String text;
    private final int firstDot;
    private final int secondDot;

    private CompactJws(String text, int firstDot, int secondDot) {
        this.text = text;
        this.firstDot = firstDot;
        this.secondDot = secondDot;
    }

    static Optional<CompactJws> parse(String text) {
        int firstDot = text.indexOf('.');
        int secondDot = text.indexOf('.', firstDot + 1);
        if (text.length() > MAX_LENGTH
                || firstDot < 0
                || secondDot < 0
                || !isBase64Url(text, 0, firstDot)
                || !isBase64Url(text, firstDot + 1, secondDot)
                || !isBase64Url(text, secondDot + 1, text.length())) {
            return Optional.empty();
        }
        return Optional.of(new CompactJws(text, firstDot, secondDot));
    }

    String header() {
        return text.substring(0, firstDot);
    }

    String payload() {
        return text.substring(firstDot + 1, secondDot);
    }

    String signature() {
        return text.substring(secondDot + 1);
    }

    byte[] signingInput() {
        return text.substring(0, secondDot).getBytes(StandardCharsets.US_ASCII);
    }

    /** Canonical: the bits that the last character has to spare are zero, so that one value has one spelling. */
    private static boolean isBase64Url(String text, int from, int to) {
        int length = to - from;
        if (length == 0 || length % 4 == 1) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 128 || SEXTETS[c] < 0) {
                return false;
            }
        }
        int spareBits =
                switch (length % 4) {
                    case 2 -> 0b1111;
                    case 3 -> 0b11;
                    default -> 0;
                };
        return (SEXTETS[text.charAt(to - 1)] & spareBits) == 0;
    }
}
