package org.amplifyjakarta.it.localaws;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** An app client of the local pool; the secret is as public as the passwords. */
record AppClient(String id, @Nullable String secret) {

    static final AppClient WITHOUT_SECRET = new AppClient("localclient000000000000001", null);
    static final AppClient WITH_SECRET =
            new AppClient("localclientwithsecret00001", "a-public-test-secret-of-the-local-aws-0000000000000");

    static List<AppClient> all() {
        return List.of(WITHOUT_SECRET, WITH_SECRET);
    }

    static Optional<AppClient> named(String id) {
        return all().stream().filter(client -> client.id.equals(id)).findFirst();
    }

    /** Checks what a client with a secret adds to each request about a user. */
    void requireSecretHash(String username, String hash) {
        if (secret != null && !MessageDigest.isEqual(utf8(secretHash(secret, username)), utf8(hash))) {
            throw ServiceError.notAuthorized("SecretHash does not match for the client: " + id);
        }
    }

    private String secretHash(String key, String username) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(utf8(key), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(utf8(username + id)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
