package org.amplifyjakarta.cookie;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.amplifyjakarta.config.CookieConfig;
import org.jspecify.annotations.Nullable;

/**
 * One {@code Set-Cookie} line, with the value spelt as js-cookie spells it, so that Amplify JS in the browser reads it
 * back. Strict: no line ever holds CR, LF, NUL, or a {@code ;} outside its attributes.
 *
 * <p>Immutable.
 *
 * @param name as on the wire
 * @param line the whole header value
 * @param value the plain value, null for a deletion
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-4.1">RFC 6265 §4.1</a>
 */
public record SetCookie(String name, String line, @Nullable String value) {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** What browsers accept of name and value together; they drop a larger cookie without a word. */
    public static final int MAX_BYTES = 4096;

    /** Tells whether a name can stand in a {@code Set-Cookie} line. */
    public static boolean isWritable(String name) {
        return name.chars().noneMatch(c -> c <= ' ' || c >= 127 || c == ';' || c == ',' || c == '=' || c == '"');
    }

    /** Returns how many bytes name and value have together, which is what browsers count. */
    public int bytes() {
        return line.indexOf("; Path=") - 1;
    }

    /**
     * Makes the line that keeps a value.
     *
     * @throws IllegalArgumentException if the name or an attribute holds what a header must not
     */
    public static SetCookie keep(String name, String value, CookieConfig attributes, Instant now) {
        Duration maxAge = attributes.maxAge();
        String encoded = PercentCoding.BROWSER_VALUE.encode(value);
        return new SetCookie(name, line(name, encoded, attributes, now.plus(maxAge), maxAge.toSeconds()), value);
    }

    /**
     * Makes the line that removes a value.
     *
     * @throws IllegalArgumentException if the name or an attribute holds what a header must not
     */
    public static SetCookie remove(String name, CookieConfig attributes) {
        return new SetCookie(name, line(name, "", attributes, Instant.EPOCH, 0), null);
    }

    private static String line(String name, String encoded, CookieConfig attributes, Instant expires, long seconds) {
        StringBuilder line = new StringBuilder(name.length() + encoded.length() + 128)
                .append(checked("cookie name", name))
                .append('=')
                .append(encoded)
                .append("; Path=")
                .append(checked("amplify.cookie.path", attributes.path()))
                .append("; Expires=")
                .append(HTTP_DATE.format(expires))
                .append("; Max-Age=")
                .append(seconds);
        if (attributes.domain() != null) {
            line.append("; Domain=").append(checked("amplify.cookie.domain", attributes.domain()));
        }
        if (attributes.secure()) {
            line.append("; Secure");
        }
        if (attributes.httpOnly()) {
            line.append("; HttpOnly");
        }
        return line.append("; SameSite=")
                .append(attributes.sameSite().attribute())
                .toString();
    }

    private static String checked(String place, String text) {
        if (!isWritable(text)) {
            throw new IllegalArgumentException(
                    place + ": holds a character that a Set-Cookie header must not. Encode the name.");
        }
        return text;
    }

    /** Shows the name, not the value. */
    @Override
    public String toString() {
        return "SetCookie[" + name + (value == null ? ", removed]" : "]");
    }
}
