package org.amplifyjakarta.cognito;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.amplifyjakarta.Secret;

/**
 * The {@code SECRET_HASH} of a confidential app client.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash">
 *     Cognito: computing secret hash values</a>
 */
final class SecretHash {

    private static final String ALGORITHM = "HmacSHA256";

    private SecretHash() {}

    static String of(String username, String clientId, Secret clientSecret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(clientSecret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] hash = mac.doFinal((username + clientId).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("HmacSHA256 is part of every Java platform", e);
        }
    }
}
