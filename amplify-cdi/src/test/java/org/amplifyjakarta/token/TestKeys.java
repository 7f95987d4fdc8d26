package org.amplifyjakarta.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.List;

/** Keys to sign test tokens with, and the signing itself, down to the byte. */
public final class TestKeys {

    public static final RSAKey POOL = generate("pool-key");
    public static final RSAKey OTHER = generate("other-key");

    private TestKeys() {}

    public static RSAKey generate(String keyId) {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(keyId)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String jwks(RSAKey... keys) {
        return new JWKSet(List.of(keys)).toString();
    }

    /** Signs a header and a payload as they are, whatever they are. */
    public static String sign(String header, byte[] payload, RSAKey key, String algorithm) {
        String input = base64(header.getBytes(StandardCharsets.UTF_8)) + "." + base64(payload);
        return input + "." + base64(signature(input, key, algorithm));
    }

    public static String sign(String header, String payload) {
        return sign(header, payload.getBytes(StandardCharsets.UTF_8), POOL, "SHA256withRSA");
    }

    public static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] signature(String input, RSAKey key, String algorithm) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            if (algorithm.equals("RSASSA-PSS")) {
                signature.setParameter(PSSParameterSpec.DEFAULT);
            }
            signature.initSign(key.toPrivateKey());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
