package org.amplifyjakarta.transport;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may be sent as a header.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5">RFC 9110 §5</a>
 */
public final class HeaderText {

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding", "te", "trailer");

    private HeaderText() {}

    /**
     * Refuses a header that a caller may not set.
     *
     * @throws IllegalArgumentException naming the rule, not the value
     */
    public static void require(String name, String value) {
        if (!NAME.matcher(name).matches() || !isValue(value)) {
            throw new IllegalArgumentException("headers: a name or value holds what a header must not. Remove it.");
        }
        if (OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "headers: " + name.toLowerCase(Locale.ROOT) + " is the client's own. Remove it.");
        }
    }

    static boolean isValue(String value) {
        return value.chars().allMatch(c -> c == '\t' || c >= ' ' && c <= 0xFF && (c < 0x7F || c > 0x9F));
    }
}
