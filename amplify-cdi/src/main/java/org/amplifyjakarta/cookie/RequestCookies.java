package org.amplifyjakarta.cookie;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cookies of one request, read from the raw {@code Cookie} header, because servlet containers reject or change
 * values that Amplify JS writes ({@code "}, {@code ,}, {@code &#123;}, {@code @}).
 *
 * <p>Lenient: pairs are parted by {@code ;}, a pair that cannot be decoded is skipped and spoils no other. All copies of
 * a name are kept, in the order received. Linear in the length of the header. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-5.4">RFC 6265 §5.4</a>
 */
public final class RequestCookies {

    private static final RequestCookies NONE = new RequestCookies(List.of());

    private final List<Pair> pairs;

    private RequestCookies(List<Pair> pairs) {
        this.pairs = pairs;
    }

    /** Returns no cookies. */
    public static RequestCookies none() {
        return NONE;
    }

    /** Reads all {@code Cookie} headers of a request; HTTP/2 may split what HTTP/1.1 sends in one (RFC 9113 §8.2.3). */
    public static RequestCookies parse(List<String> headers) {
        if (headers.isEmpty()) {
            return NONE;
        }
        return parse(headers.size() == 1 ? headers.get(0) : String.join("; ", headers));
    }

    /** Reads one {@code Cookie} header. */
    public static RequestCookies parse(String header) {
        List<Pair> pairs = new ArrayList<>();
        int start = 0;
        int equals = header.indexOf('=');
        while (equals >= 0 && start < header.length()) {
            int semicolon = header.indexOf(';', start);
            int end = semicolon < 0 ? header.length() : semicolon;
            if (equals < end) {
                pairs.add(Pair.trimmed(header, start, equals, end));
                equals = header.indexOf('=', end);
            }
            start = end + 1;
        }
        return new RequestCookies(pairs);
    }

    /** Returns a new list of the decoded values of all readable copies of a name, in the order received. */
    public List<String> values(String name) {
        List<String> values = new ArrayList<>(1);
        for (Pair pair : pairs) {
            if (pair.isNamed(name)) {
                pair.value().ifPresent(values::add);
            }
        }
        return values;
    }

    /** Returns the first readable value of a name, spelt as on the wire. */
    public Optional<String> first(String name) {
        return pairs.stream()
                .filter(pair -> pair.isNamed(name))
                .flatMap(pair -> pair.value().stream())
                .findFirst();
    }

    /**
     * Returns the cookies whose names begin so, in one pass: the first readable value of each name, or an empty one, in the
     * order in which the names were received.
     */
    public Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            if (pair.startsWith(prefix)) {
                found.merge(pair.name(), pair.value().orElse(""), (first, next) -> first.isEmpty() ? next : first);
            }
        }
        return found;
    }

    /** Tells whether any cookie's name begins so. */
    public boolean anyStartsWith(String prefix) {
        for (Pair pair : pairs) {
            if (pair.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the names as on the wire, duplicates included, in the order received. */
    public List<String> names() {
        return pairs.stream().map(Pair::name).toList();
    }

    /** Shows how many there are, no name and no value. */
    @Override
    public String toString() {
        return "RequestCookies[" + pairs.size() + "]";
    }

    /** A view of the header; nothing is copied until a value is asked for. */
    private record Pair(String header, int nameStart, int nameEnd, int valueStart, int valueEnd) {

        static Pair trimmed(String header, int start, int equals, int end) {
            int nameStart = skipBlanks(header, start, equals);
            int valueStart = skipBlanks(header, equals + 1, end);
            return new Pair(
                    header,
                    nameStart,
                    dropBlanks(header, nameStart, equals),
                    valueStart,
                    dropBlanks(header, valueStart, end));
        }

        boolean isNamed(String name) {
            return nameEnd - nameStart == name.length() && startsWith(name);
        }

        boolean startsWith(String prefix) {
            return nameEnd - nameStart >= prefix.length() && header.startsWith(prefix, nameStart);
        }

        String name() {
            return header.substring(nameStart, nameEnd);
        }

        Optional<String> value() {
            boolean quoted = valueEnd - valueStart >= 2
                    && header.charAt(valueStart) == '"'
                    && header.charAt(valueEnd - 1) == '"';
            String raw =
                    quoted ? header.substring(valueStart + 1, valueEnd - 1) : header.substring(valueStart, valueEnd);
            return PercentCoding.decode(unmangled(raw));
        }

        /** Undoes what a container did that read UTF-8 bytes as ISO-8859-1; other texts stay as they are. */
        private static String unmangled(String text) {
            boolean suspicious = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c > 0xFF) {
                    return text;
                }
                suspicious |= c >= 0x80;
            }
            return suspicious
                    ? PercentCoding.strictUtf8(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                            .orElse(text)
                    : text;
        }

        private static int skipBlanks(String text, int from, int to) {
            int at = from;
            while (at < to && isBlank(text.charAt(at))) {
                at++;
            }
            return at;
        }

        private static int dropBlanks(String text, int from, int to) {
            int at = to;
            while (at > from && isBlank(text.charAt(at - 1))) {
                at--;
            }
            return at;
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t';
        }
    }
}
