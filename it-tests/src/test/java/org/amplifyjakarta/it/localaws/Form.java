package org.amplifyjakarta.it.localaws;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a query or of a form, in their order. */
record Form(Map<String, String> values) {

    Form {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Reads parameters; one that comes twice is refused, see RFC 6749 §3.1. */
    static Form of(@Nullable String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : encoded == null || encoded.isEmpty() ? new String[0] : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            String name = decoded(parts[0]);
            if (values.put(name, parts.length == 1 ? "" : decoded(parts[1])) != null) {
                throw OAuthError.invalidRequest("A parameter comes twice: " + OAuthError.shown(name));
            }
        }
        return new Form(values);
    }

    /** Returns a parameter that has a value. */
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return text(name)
                .orElseThrow(
                        () -> OAuthError.invalidRequest("Required String parameter '" + name + "' is not present"));
    }

    Form with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new Form(changed);
    }

    Form without(String name) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.remove(name);
        return new Form(changed);
    }

    String encoded() {
        return values.entrySet().stream()
                .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Returns a URL with these parameters after those that it has. */
    String appendedTo(String url) {
        return url + (url.contains("?") ? "&" : "?") + encoded();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw OAuthError.invalidRequest("A parameter is not encoded well.");
        }
    }
}
