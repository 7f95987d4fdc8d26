package org.amplifyjakarta.it.support;

import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends a request line as it is, which no HTTP client would. */
public final class RawHttp {

    private static final int TIMEOUT_MILLIS = 10_000;

    private RawHttp() {}

    /** Returns the whole answer to a request without a body. */
    public static String send(URL base, String method, String target, String... headers) throws IOException {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Connection: close";
        return exchange(base, request(base, method, target, all));
    }

    /** Returns the head of a request. */
    public static String request(URL base, String method, String target, String... headers) {
        String host = "Host: " + base.getHost() + ":" + base.getPort();
        return method + " " + target + " HTTP/1.1\r\n"
                + Stream.concat(Stream.of(host), Stream.of(headers)).collect(Collectors.joining("\r\n"))
                + "\r\n\r\n";
    }

    /** Sends requests on one connection, which the last of them closes, and returns all answers. */
    public static String exchange(URL base, String... requests) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(String.join("", requests).getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns the status of an answer, 0 if there is none. */
    public static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }
}
