package org.amplifyjakarta.cookie;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;

/**
 * Percent-encoding as JavaScript and js-cookie 3 do it: {@code encodeURIComponent} with a set of characters that stay
 * as they are, and a strict {@code decodeURIComponent}.
 *
 * <p>Immutable.
 *
 * @see <a href="https://tc39.es/ecma262/#sec-encodeuricomponent-uricomponent">ECMA-262, encodeURIComponent</a>
 */
public final class PercentCoding {

    private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** {@code encodeURIComponent}: nothing but {@code A-Z a-z 0-9 - _ . ! ~ * ' ( )} stays. */
    public static final PercentCoding COMPONENT = new PercentCoding("-_.!~*'()");

    /** A cookie's name as js-cookie writes it in the browser. */
    public static final PercentCoding BROWSER_NAME = new PercentCoding("-_.!~*'#$&+^`|");

    /** A cookie's name as Amplify's server adapter writes it: as the browser, but with parentheses left alone. */
    public static final PercentCoding SERVER_NAME = new PercentCoding("-_.!~*'()#$&+^`|");

    /** A cookie's value as js-cookie writes it in the browser. */
    public static final PercentCoding BROWSER_VALUE = new PercentCoding("-_.!~*'()#$&+/:<=>?@[]^`{|}");

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final BitSet literal = new BitSet(128);

    private PercentCoding(String others) {
        (ALPHANUMERIC + others).chars().forEach(literal::set);
    }

    /**
     * Encodes a text.
     *
     * @throws IllegalArgumentException if it holds half a surrogate pair, which has no UTF-8 form
     */
    public String encode(String text) {
        if (isLiteral(text)) {
            return text;
        }
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte b : utf8(text)) {
            int octet = b & 0xFF;
            if (literal.get(octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HEX[octet >> 4]).append(HEX[octet & 0xF]);
            }
        }
        return encoded.toString();
    }

    /**
     * Decodes a text; empty if a percent sign is not followed by two hexadecimal digits, or if what comes out is not
     * UTF-8 in its shortest form.
     */
    public static Optional<String> decode(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        StringBuilder decoded = new StringBuilder(text.length());
        byte[] run = new byte[text.length() / 3 + 1];
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) != '%') {
                decoded.append(text.charAt(at++));
                continue;
            }
            int octets = 0;
            while (at < text.length() && text.charAt(at) == '%') {
                int octet = octet(text, at + 1);
                if (octet < 0) {
                    return Optional.empty();
                }
                run[octets++] = (byte) octet;
                at += 3;
            }
            Optional<String> part = strictUtf8(ByteBuffer.wrap(run, 0, octets));
            if (part.isEmpty()) {
                return part;
            }
            decoded.append(part.get());
        }
        return Optional.of(decoded.toString());
    }

    /** Reads bytes as UTF-8; empty if they are none. */
    static Optional<String> strictUtf8(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private boolean isLiteral(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!literal.get(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static byte[] utf8(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("text to encode: holds half a surrogate pair. Pass valid Unicode.", e);
        }
    }

    private static int octet(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = hexDigit(text.charAt(at));
        int low = hexDigit(text.charAt(at + 1));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /** Unlike {@link Character#digit}, knows no digits but those of ASCII. */
    private static int hexDigit(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }
}
