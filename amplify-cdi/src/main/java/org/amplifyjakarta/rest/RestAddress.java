package org.amplifyjakarta.rest;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address of a call: the endpoint, the path below it, the query. Whatever the path says, the host stays. */
final class RestAddress {

    private static final String IN_PATH = "-._~!$&'()*+,;=:@/%";
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private RestAddress() {}

    static URI of(URI endpoint, String path, Map<String, String> queryParams) {
        if (path.chars().anyMatch(Character::isISOControl)) {
            throw RestMessages.badPath("holds a control character");
        }
        if (path.indexOf('#') >= 0 || path.indexOf('\\') >= 0) {
            throw RestMessages.badPath("holds # or a backslash, which have to be percent-encoded");
        }
        if (BAD_ESCAPE.matcher(path).find()) {
            throw RestMessages.badPath("holds a percent sign that escapes nothing");
        }
        int question = path.indexOf('?');
        String below = question < 0 ? path : path.substring(0, question);
        if (Stream.of(below.replaceAll("(?i)%2e", ".").split("/", -1))
                .anyMatch(segment -> segment.equals(".") || segment.equals(".."))) {
            throw RestMessages.badPath("has a segment that is . or ..");
        }
        List<Parameter> query = question < 0 ? new ArrayList<>() : parsed(path.substring(question + 1));
        queryParams.forEach((name, value) -> put(query, new Parameter(encoded(name), encoded(value))));
        String base = trimmed(endpoint);
        String address = base + (below.startsWith("/") || below.isEmpty() ? "" : "/") + path(below);
        return URI.create(query.isEmpty() ? address : address + "?" + text(query));
    }

    /** Tells whether an address is the endpoint or below it. */
    static boolean isBelow(URI endpoint, URI uri) {
        if (uri.isOpaque()) {
            return false;
        }
        String base = trimmed(endpoint);
        String address = uri.getRawPath().contains("/.") ? uri.normalize().toString() : uri.toString();
        return address.startsWith(base)
                && (address.length() == base.length() || "/?".indexOf(address.charAt(base.length())) >= 0);
    }

    private static String trimmed(URI endpoint) {
        String text = endpoint.toString();
        int end = text.length();
        while (text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(0, end);
    }

    /** Percent-encodes what may not stand in a path, and nothing else. */
    private static String path(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
            char c = (char) (bytes.get() & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || IN_PATH.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append("%02X".formatted((int) c));
            }
        }
        return encoded.toString();
    }

    /** A parameter, percent-encoded. */
    private record Parameter(String name, String value) {

        @Override
        public String toString() {
            return name + "=" + value;
        }
    }

    /** Takes the place of the first of that name, and of all others. */
    private static void put(List<Parameter> query, Parameter parameter) {
        int first = query.stream().map(Parameter::name).toList().indexOf(parameter.name());
        query.removeIf(known -> known.name().equals(parameter.name()));
        query.add(first < 0 ? query.size() : first, parameter);
    }

    /** A path's own query is taken as encoded, where it is; a name may come again. */
    private static List<Parameter> parsed(String text) {
        List<Parameter> query = new ArrayList<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = equals < 0 ? pair : pair.substring(0, equals);
                query.add(new Parameter(again(name), equals < 0 ? "" : again(pair.substring(equals + 1))));
            }
        }
        return query;
    }

    private static String again(String text) {
        return encoded(URLDecoder.decode(text, StandardCharsets.UTF_8));
    }

    /** A blank is %20: a plus sign means itself where requests are signed. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String text(List<Parameter> query) {
        return query.stream().map(Parameter::toString).collect(Collectors.joining("&"));
    }
}
