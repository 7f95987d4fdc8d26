package org.amplifyjakarta.it.localaws;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The server's side of one SRP-6a exchange as Cognito does it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5054">RFC 5054</a>, the group is that of RFC 3526 §4
 */
final class Srp {

    private static final BigInteger N = new BigInteger(
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
    private static final int KEY_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String pool;
    private final String username;
    private final BigInteger salt = new BigInteger(128, RANDOM);
    private final byte[] secretBlock = new byte[256];
    private final BigInteger clientA;
    private final BigInteger serverB;
    private final byte[] key;

    /** Starts an exchange; {@code pool} is the pool's id after the underscore. */
    Srp(String pool, String username, String password, String srpA) {
        this.pool = pool;
        this.username = username;
        RANDOM.nextBytes(secretBlock);
        this.clientA = clientA(srpA);
        byte[] identity = hash(utf8(pool + username + ":" + password));
        BigInteger verifier = G.modPow(number(hash(salt.toByteArray(), identity)), N);
        BigInteger secret = new BigInteger(256, RANDOM);
        this.serverB = K.multiply(verifier).add(G.modPow(secret, N)).mod(N);
        BigInteger u = number(hash(clientA.toByteArray(), serverB.toByteArray()));
        BigInteger shared = clientA.multiply(verifier.modPow(u, N)).modPow(secret, N);
        byte[] pseudoRandom = hmac(u.toByteArray(), shared.toByteArray());
        this.key = Arrays.copyOf(hmac(pseudoRandom, utf8("Caldera Derived Key"), new byte[] {1}), KEY_BYTES);
    }

    String username() {
        return username;
    }

    String saltHex() {
        return salt.toString(16);
    }

    String serverBHex() {
        return serverB.toString(16);
    }

    String secretBlock() {
        return Base64.getEncoder().encodeToString(secretBlock);
    }

    boolean isSignedRight(String timestamp, String signature) {
        byte[] expected = hmac(key, utf8(pool), utf8(username), secretBlock, utf8(timestamp));
        return MessageDigest.isEqual(utf8(Base64.getEncoder().encodeToString(expected)), utf8(signature));
    }

    private static BigInteger clientA(String hex) {
        if (!hex.matches("[0-9a-fA-F]{1,800}")) {
            throw ServiceError.of("InvalidParameterException", "SRP_A: is no hexadecimal number.");
        }
        BigInteger a = new BigInteger(1, HexFormat.of().parseHex(hex.length() % 2 == 0 ? hex : "0" + hex));
        if (a.mod(N).signum() == 0) {
            throw ServiceError.of("InvalidParameterException", "SRP_A: is a multiple of N.");
        }
        return a;
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
            throw new AssertionError(e);
        }
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
