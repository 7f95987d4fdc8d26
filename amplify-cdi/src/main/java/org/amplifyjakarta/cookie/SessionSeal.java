package org.amplifyjakarta.cookie;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.Secret;

/**
 * Seals a text so that nobody else reads or changes it, and opens what it sealed: a JWE, direct encryption with AES-256-GCM. The
 * authenticated header says with which key and for what, so that what was sealed for one app client opens for no other.
 *
 * <p>Immutable, safe for concurrent use.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7516">RFC 7516: JSON Web Encryption</a>
 */
public final class SessionSeal {

    private static final String PURPOSE = "org.amplifyjakarta.for";
    private static final int MAX_LENGTH = 64 * 1024;

    private final Map<String, byte[]> keys;
    private final String sealingKey;
    private final String purpose;

    /**
     * Makes one.
     *
     * @param keys by their ids, in base64, 32 bytes each; the first one seals
     * @param purpose what is sealed, and for whom; not secret
     */
    public SessionSeal(Map<String, Secret> keys, String purpose) {
        this.keys = new LinkedHashMap<>();
        keys.forEach((id, key) -> this.keys.put(id, Base64.getDecoder().decode(key.reveal())));
        this.sealingKey = this.keys.keySet().iterator().next();
        this.purpose = purpose;
    }

    /** Seals a text. */
    String seal(String text) {
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .keyID(sealingKey)
                .customParam(PURPOSE, purpose)
                .build();
        JWEObject sealed = new JWEObject(header, new Payload(text));
        try {
            sealed.encrypt(new DirectEncrypter(keys.get(sealingKey)));
        } catch (JOSEException e) {
            throw new IllegalStateException("session: AES-256-GCM is in every Java.", e);
        }
        return sealed.serialize();
    }

    /** Opens what was sealed; empty for anything else. */
    Optional<String> open(String sealed) {
        if (sealed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            JWEObject object = JWEObject.parse(sealed);
            JWEHeader header = object.getHeader();
            byte[] key = header.getKeyID() == null ? null : keys.get(header.getKeyID());
            boolean ours = JWEAlgorithm.DIR.equals(header.getAlgorithm())
                    && EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
                    && header.getCompressionAlgorithm() == null
                    && purpose.equals(header.getCustomParam(PURPOSE));
            if (key == null || !ours) {
                return Optional.empty();
            }
            object.decrypt(new DirectDecrypter(key));
            return Optional.of(object.getPayload().toString());
        } catch (ParseException | JOSEException | RuntimeException e) {
            // the library stumbles over a header without "enc" with a NullPointerException
            return Optional.empty();
        }
    }

    /** Shows what it is for. */
    @Override
    public String toString() {
        return "SessionSeal[" + purpose + "]";
    }
}
