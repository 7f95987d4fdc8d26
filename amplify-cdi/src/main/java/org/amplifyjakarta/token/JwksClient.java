package org.amplifyjakarta.token;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.amplifyjakarta.config.TokenConfig;

/**
 * Fetches a key set: no redirects, at most 256 KiB, and never longer than the time given, however slowly it trickles.
 *
 * <p>Immutable, safe for concurrent use.
 */
final class JwksClient implements JwksSource.Fetch {

    private static final int MAX_BYTES = 256 * 1024;

    private final URI uri;
    private final TokenConfig.Timeouts timeouts;

    JwksClient(URI uri, TokenConfig.Timeouts timeouts) {
        this.uri = uri;
        this.timeouts = timeouts;
    }

    @Override
    public String fetch() throws IOException {
        long deadline = System.nanoTime() + timeouts.call().toNanos();
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(Math.toIntExact(timeouts.connect().toMillis()));
        connection.setReadTimeout(Math.toIntExact(timeouts.call().toMillis()));
        connection.setRequestProperty("Accept", "application/json");
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            connection.disconnect();
            throw new IOException("answered " + connection.getResponseCode());
        }
        try (InputStream body = connection.getInputStream()) {
            return new String(read(body, deadline), StandardCharsets.UTF_8);
        }
    }

    private static byte[] read(InputStream body, long deadline) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        byte[] buffer = new byte[4096];
        for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
            bytes.write(buffer, 0, n);
            if (bytes.size() > MAX_BYTES) {
                throw new IOException("longer than " + MAX_BYTES + " bytes");
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IOException("took too long");
            }
        }
        return bytes.toByteArray();
    }
}
