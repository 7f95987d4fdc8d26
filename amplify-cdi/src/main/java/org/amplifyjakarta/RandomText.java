package org.amplifyjakarta.signin;

import com.nimbusds.jose.util.Base64URL;
import java.security.SecureRandom;

/** Texts that nobody guesses, in base64url without padding. Safe for concurrent use. */
final class RandomText {

    private final SecureRandom random = new SecureRandom();

    /** Returns one of that many random bytes. */
    String of(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return Base64URL.encode(drawn).toString();
    }
}
