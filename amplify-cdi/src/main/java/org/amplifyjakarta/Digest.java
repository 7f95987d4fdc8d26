package org.amplifyjakarta;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A SHA-256 digest: what a cache is keyed by, so that no token is a key, and what shows a text to those alone who know it.
 *
 * <p>Immutable.
 */
public record Digest(long a, long b, long c, long d) {

    /** Returns the digest of a text. */
    public static Digest of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            ByteBuffer longs = ByteBuffer.wrap(hash);
            return new Digest(longs.getLong(), longs.getLong(), longs.getLong(), longs.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("SHA-256 is part of every Java platform", e);
        }
    }

    /** Returns it in base64url without padding: 43 characters. */
    public String text() {
        ByteBuffer bytes = ByteBuffer.allocate(4 * Long.BYTES);
        bytes.putLong(a).putLong(b).putLong(c).putLong(d);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
