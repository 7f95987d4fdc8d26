package org.amplifyjakarta.authentication;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.amplifyjakarta.Secret;

/**
 * The client's side of one SRP-6a exchange as Cognito wants it. {@link BigInteger#toByteArray()} is what Amplify JS calls a padded
 * hex: two's complement with a sign bit.
 *
 * <p>Immutable. Good for one exchange.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5054">RFC 5054</a>; the group is that of
 *     <a href="https://www.rfc-editor.org/rfc/rfc3526#section-4">RFC 3526 §4</a>
 */
final class Srp {

    static final BigInteger N = new BigInteger(
            "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
                    + "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
                    + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
                    + "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
                    + "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510"
                    + "15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7"
                    + "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C"
                    + "BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
            16);
    private static final BigInteger G = BigInteger.TWO;
    private static final BigInteger K = number(hash(N.toByteArray(), G.toByteArray()));
    private static final int SECRET_BITS = 1024;
    private static final int KEY_BYTES = 16;
    private static final byte[] KEY_LABEL = utf8("Caldera Derived Key\u0001");
    private static final String HMAC = "HmacSHA256";

    private final BigInteger secret;
    private final BigInteger shown;

    /** Makes one of a given secret, which must not be foreseen. */
    Srp(BigInteger secret) {
        this.secret = secret;
        this.shown = G.modPow(secret, N);
    }

    static Srp begin(SecureRandom random) {
        return new Srp(new BigInteger(SECRET_BITS, random));
    }

    /** Returns what Cognito is told first, {@code SRP_A}. */
    String shownHex() {
        return shown.toString(16);
    }

    /**
     * Returns the proof that the password is known, {@code PASSWORD_CLAIM_SIGNATURE}.
     *
     * @param pool the pool's id after the underscore
     * @throws org.amplifyjakarta.AmplifyException named {@code SignInException} for a challenge that gives the password away
     */
    Secret signature(String pool, SrpChallenge challenge, Secret password, String timestamp) {
        BigInteger u = number(hash(shown.toByteArray(), challenge.shown().toByteArray()));
        if (u.signum() == 0) {
            throw AuthenticationMessages.unsafeChallenge("SRP_B");
        }
        byte[] identity = hash(utf8(pool + challenge.userId() + ":" + password.reveal()));
        BigInteger x = number(hash(challenge.salt().toByteArray(), identity));
        BigInteger shared =
                challenge.shown().subtract(K.multiply(G.modPow(x, N))).modPow(secret.add(u.multiply(x)), N);
        byte[] pseudoRandom = hmac(u.toByteArray(), shared.toByteArray());
        byte[] key = Arrays.copyOf(hmac(pseudoRandom, KEY_LABEL), KEY_BYTES);
        byte[] proof = hmac(key, utf8(pool), utf8(challenge.userId()), challenge.secretBlock(), utf8(timestamp));
        return Secret.of(Base64.getEncoder().encodeToString(proof));
    }

    private static BigInteger number(byte[] bytes) {
        return new BigInteger(1, bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hash(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("SHA-256 is part of every Java platform", e);
        }
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("HmacSHA256 is part of every Java platform", e);
        }
    }
}
