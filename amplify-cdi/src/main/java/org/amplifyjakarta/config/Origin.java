package org.amplifyjakarta.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A web origin: scheme, host and port, in lower case and with the port spelt out. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6454#section-4">RFC 6454 §4</a>
 */
public record Origin(String scheme, String host, int port) {

    /** Reads an origin as a browser sends it ({@code https://example.com:8443}); empty for anything else. */
    public static Optional<Origin> parse(String text) {
        try {
            URI uri = new URI(text);
            boolean bare = uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawPath() != null
                    && uri.getRawPath().isEmpty();
            if (!bare || uri.getHost() == null || uri.getScheme() == null) {
                return Optional.empty();
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            int standard = standardPort(scheme);
            return standard < 0
                    ? Optional.empty()
                    : Optional.of(new Origin(
                            scheme,
                            uri.getHost().toLowerCase(Locale.ROOT),
                            uri.getPort() < 0 ? standard : uri.getPort()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Returns the origin of an address, if it is one of the web. */
    public static Optional<Origin> of(URI address) {
        return address.getRawUserInfo() == null && address.getRawAuthority() != null
                ? parse(address.getScheme() + "://" + address.getRawAuthority())
                : Optional.empty();
    }

    /** Tells whether this origin has the authority of a {@code Host} header: same host, same port. */
    public boolean hasAuthority(String hostHeader) {
        return parse(scheme + "://" + hostHeader).filter(this::equals).isPresent();
    }

    /** Returns it as browsers send it. */
    @Override
    public String toString() {
        return scheme + "://" + host + (port == standardPort(scheme) ? "" : ":" + port);
    }

    /** Tells whether what goes there is not seen on the way: https, or http within this machine. */
    static boolean isSafe(@Nullable String scheme, @Nullable String host) {
        if (host == null || scheme == null) {
            return false;
        }
        boolean loopback =
                switch (host.toLowerCase(Locale.ROOT)) {
                    case "localhost", "127.0.0.1", "[::1]" -> true;
                    default -> false;
                };
        return scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http") && loopback;
    }

    private static int standardPort(String scheme) {
        return switch (scheme) {
            case "https" -> 443;
            case "http" -> 80;
            default -> -1;
        };
    }
}
