package org.amplifyjakarta.it.localaws;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** SHA-256 as managed login writes it. */
final class Sha256 {

    private Sha256() {}

    /** Returns the first bytes of a text's digest, 1 to 32, without padding. */
    static String base64Url(String text, int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest(text), bytes));
    }

    /** Returns a source for Content-Security-Policy that allows this text in a page. */
    static String cspSource(String text) {
        return "'sha256-" + Base64.getEncoder().encodeToString(digest(text)) + "'";
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
