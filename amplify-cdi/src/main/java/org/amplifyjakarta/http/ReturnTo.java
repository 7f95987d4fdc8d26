package org.amplifyjakarta.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where to go after signing in: a path of this very host, whatever was asked for. Anything that a browser could take for
 * another host becomes the root. Immutable.
 *
 * @param path path and query, beginning with one {@code /}; ASCII, at most 2048 characters
 */
public record ReturnTo(String path) {

    /** The name of the query parameter that carries it. */
    public static final String PARAMETER = "returnTo";

    private static final ReturnTo ROOT = new ReturnTo("/");
    private static final int MAX_LENGTH = 2048;

    /** Printable ASCII without the backslash, which browsers take for a slash. */
    private static final Pattern PRINTABLE = Pattern.compile("/[!-\\[\\]-~]*");

    private static final Pattern ENCODED_SEPARATOR = Pattern.compile("%(?:[01][0-9a-fA-F]|2[fF]|5[cC]|7[fF])");

    /** Reads what a request asks for. */
    public static ReturnTo of(@Nullable String asked) {
        return asked != null && isLocal(asked) ? new ReturnTo(asked) : ROOT;
    }

    /** Returns the root in place of a path that leads back to where the user just is, however either is spelt. */
    public ReturnTo unlessBelow(String place) {
        String own = asServersSeeIt(path);
        String other = asServersSeeIt(place);
        return own.equals(other) || own.startsWith(other + "/") ? ROOT : this;
    }

    /** Returns the query that carries it to the sign-in page. */
    public String query() {
        return PARAMETER + "=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** Without query and path parameters, decoded, and only then without dots and empty segments. */
    private static String asServersSeeIt(String path) {
        String plain = path.replaceFirst("[?#].*", "").replaceAll(";[^/]*", "").replaceAll("/{2,}", "/");
        Deque<String> segments = new ArrayDeque<>();
        // some servers look for path parameters after decoding
        for (String segment :
                URI.create(plain).getPath().replaceAll(";[^/]*", "").split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return "/" + String.join("/", segments);
    }

    private static boolean isLocal(String asked) {
        if (asked.length() > MAX_LENGTH || !PRINTABLE.matcher(asked).matches()) {
            return false;
        }
        try {
            URI uri = new URI(asked).normalize();
            String path = uri.getRawPath();
            return !uri.isAbsolute()
                    && uri.getRawAuthority() == null
                    && path != null
                    && path.startsWith("/")
                    && !asked.startsWith("//")
                    && !path.contains("//")
                    && !new URI(asked).getRawPath().contains("//")
                    && !path.startsWith("/..")
                    && !ENCODED_SEPARATOR.matcher(path).find();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
