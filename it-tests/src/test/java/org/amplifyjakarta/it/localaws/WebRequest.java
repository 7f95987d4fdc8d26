package org.amplifyjakarta.it.localaws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request to managed login, read.
 *
 * @param authorization the header of that name, empty for none
 * @param body what a form sent; empty for a body of another type
 */
record WebRequest(
        String method, String path, String authorization, Map<String, String> cookies, Form query, Form body) {

    private static final int MAX_BYTES = 64 * 1024;
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";

    static WebRequest of(HttpExchange exchange) throws IOException {
        String type = header(exchange, "Content-Type").toLowerCase(Locale.ROOT);
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BYTES);
        return new WebRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                header(exchange, "Authorization"),
                cookies(exchange.getRequestHeaders().getOrDefault("Cookie", List.of())),
                Form.of(exchange.getRequestURI().getRawQuery()),
                Form.of(type.startsWith(FORM_TYPE) ? new String(body, StandardCharsets.UTF_8) : ""));
    }

    boolean isPost() {
        return method.equals("POST");
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static Map<String, String> cookies(List<String> headers) {
        Map<String, String> cookies = new HashMap<>();
        for (String header : headers) {
            for (String pair : header.split(";")) {
                String[] parts = pair.strip().split("=", 2);
                // Java's own client puts a cookie that had Max-Age in quotes
                cookies.putIfAbsent(parts[0], parts.length == 1 ? "" : parts[1].replaceAll("^\"|\"$", ""));
            }
        }
        return cookies;
    }
}
