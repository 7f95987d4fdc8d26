package org.amplifyjakarta.authentication;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The server's side of one exchange, by the verifier alone. */
final class SrpServer {

    private static final BigInteger G = BigInteger.TWO;
    private static final BigInteger K = number(hash(Srp.N.toByteArray(), G.toByteArray()));

    private final String pool;
    private final String user;
    private final BigInteger salt;
    private final BigInteger shown;
    private final byte[] block = new byte[64];
    private final byte[] key;

    SrpServer(String pool, String user, String password, String srpA, Random random) {
        this.pool = pool;
        this.user = user;
        this.salt = new BigInteger(1 + random.nextInt(128), random);
        random.nextBytes(block);
        byte[] identity = hash(utf8(pool + user + ":" + password));
        BigInteger verifier = G.modPow(number(hash(salt.toByteArray(), identity)), Srp.N);
        BigInteger secret = new BigInteger(256, random);
        BigInteger clients = new BigInteger(srpA, 16);
        this.shown = K.multiply(verifier).add(G.modPow(secret, Srp.N)).mod(Srp.N);
        BigInteger u = number(hash(clients.toByteArray(), shown.toByteArray()));
        BigInteger shared = clients.multiply(verifier.modPow(u, Srp.N)).modPow(secret, Srp.N);
        byte[] pseudoRandom = hmac(u.toByteArray(), shared.toByteArray());
        this.key = Arrays.copyOf(hmac(pseudoRandom, utf8("Caldera Derived Key"), new byte[] {1}), 16);
    }

    Map<String, String> challenge() {
        return Map.of(
                "USER_ID_FOR_SRP",
                user,
                "USERNAME",
                user,
                "SRP_B",
                shown.toString(16),
                "SALT",
                salt.toString(16),
                "SECRET_BLOCK",
                Base64.getEncoder().encodeToString(block));
    }

    /** Tells whether these answers prove the password. */
    boolean isProvedBy(Map<String, String> answers) {
        byte[] expected = hmac(key, utf8(pool), utf8(user), block, utf8(answers.getOrDefault("TIMESTAMP", "")));
        return Base64.getEncoder().encodeToString(expected).equals(answers.get("PASSWORD_CLAIM_SIGNATURE"));
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
