package org.amplifyjakarta;

import com.nimbusds.jose.util.Base64URL;
import java.security.SecureRandom;

/** Texts that nobody guesses, in base64url without padding. Safe for concurrent use. */
public final class RandomText {

    private final SecureRandom random = new SecureRandom();

    /** Returns one of that many random bytes. */
    public String of(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return Base64URL.encode(drawn).toString();
    }
}
