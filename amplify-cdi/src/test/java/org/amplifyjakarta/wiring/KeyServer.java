package org.amplifyjakarta.wiring;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.amplifyjakarta.token.TestKeys;

/** Serves the test pool's keys. */
final class KeyServer implements AutoCloseable {

    private final HttpServer server;

    KeyServer() throws IOException {
        byte[] keys = TestKeys.jwks(TestKeys.POOL.toPublicJWK()).getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    String uri() {
        return "http://localhost:" + server.getAddress().getPort() + "/jwks.json";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
