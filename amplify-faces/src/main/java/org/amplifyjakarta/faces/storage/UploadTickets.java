package org.amplifyjakarta.faces.storage;

import jakarta.faces.context.FacesContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.amplifyjakarta.RandomText;

/**
 * Proves that a key was made here, for this user and this tag: who says that he has put an object there could name any other.
 * The proof is by a key that this server draws, so it ends with the server, and another one does not know it; the script sends the file
 * itself then.
 *
 * <p>Safe for concurrent use.
 */
final class UploadTickets {

    private static final String KEY = UploadTickets.class.getName();
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKeySpec secret;

    UploadTickets() {
        this.secret = new SecretKeySpec(new RandomText().of(BYTES).getBytes(StandardCharsets.US_ASCII), ALGORITHM);
    }

    /** Returns those of an application. */
    static UploadTickets of(FacesContext context) {
        Map<String, Object> application = context.getExternalContext().getApplicationMap();
        // an application that is asked twice for the first time loses a ticket, which is harmless
        if (application.get(KEY) instanceof UploadTickets known) {
            return known;
        }
        UploadTickets made = new UploadTickets();
        application.put(KEY, made);
        return made;
    }

    /**
     * Makes one.
     *
     * @param user the subject of the user's tokens, empty for a guest
     */
    String ticket(String tag, String user, String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(tag, user, key));
    }

    /** Tells whether a ticket was made for all that. */
    boolean isFor(String ticket, String tag, String user, String key) {
        return MessageDigest.isEqual(
                ticket.getBytes(StandardCharsets.UTF_8), ticket(tag, user, key).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // with its length, so that no text moves from one part into the next
                mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("HMAC-SHA-256 is part of every Java platform", e);
        }
    }
}
