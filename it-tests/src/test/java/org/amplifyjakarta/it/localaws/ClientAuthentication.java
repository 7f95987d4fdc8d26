package org.amplifyjakarta.it.localaws;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * Who calls the token endpoint.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1">RFC 6749 §2.3.1</a>
 */
final class ClientAuthentication {

    private static final String BASIC = "Basic ";

    private ClientAuthentication() {}

    /** Returns the app client, which has proved its secret if it has one. */
    static AppClient client(WebRequest request) {
        boolean basic = request.authorization().regionMatches(true, 0, BASIC, 0, BASIC.length());
        String[] pair = basic
                ? basic(request.authorization().substring(BASIC.length()))
                : new String[] {
                    request.body().required("client_id"),
                    request.body().text("client_secret").orElse("")
                };
        AppClient client = AppClient.named(pair[0]).orElseThrow(() -> refused("The client does not exist."));
        String named = request.body().text("client_id").orElse(client.id());
        if (!named.equals(client.id())) {
            throw refused("client_id is not that of the authorization.");
        }
        String secret = client.secret() == null ? "" : client.secret();
        if (!MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), pair[1].getBytes(StandardCharsets.UTF_8))) {
            throw refused("invalid_client_secret");
        }
        return client;
    }

    private static String[] basic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon < 0) {
                throw refused("The authorization has no colon.");
            }
            return new String[] {pair.substring(0, colon), pair.substring(colon + 1)};
        } catch (IllegalArgumentException e) {
            throw refused("The authorization is no base64.");
        }
    }

    private static OAuthError refused(String description) {
        return OAuthError.of("invalid_client", description);
    }
}
