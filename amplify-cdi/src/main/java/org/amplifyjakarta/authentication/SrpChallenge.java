package org.amplifyjakarta.authentication;

import java.math.BigInteger;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Cognito asks a password to be proved by, checked: a server that shows zero, or a number that is none, gets no proof.
 *
 * @param userId the user's name as it is hashed, {@code USER_ID_FOR_SRP}
 * @param shown {@code SRP_B}
 * @param encodedBlock {@code SECRET_BLOCK} as it was sent, and is sent back
 */
record SrpChallenge(String userId, BigInteger shown, BigInteger salt, String encodedBlock, byte[] secretBlock) {

    private static final int MAX_SHOWN = 2 * 384;
    private static final int MAX_SALT = 128;
    private static final int MAX_BLOCK = 16 * 1024;
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");

    /** @throws org.amplifyjakarta.AmplifyException named {@code SignInException} for one that is not sound */
    static SrpChallenge of(Map<String, String> parameters) {
        String userId = parameters.get("USER_ID_FOR_SRP");
        if (userId == null || userId.isEmpty()) {
            throw AuthenticationMessages.unsafeChallenge("USER_ID_FOR_SRP");
        }
        BigInteger shown = number("SRP_B", parameters.get("SRP_B"), MAX_SHOWN);
        if (shown.mod(Srp.N).signum() == 0) {
            throw AuthenticationMessages.unsafeChallenge("SRP_B");
        }
        String block = parameters.get("SECRET_BLOCK");
        return new SrpChallenge(
                userId,
                shown,
                number("SALT", parameters.get("SALT"), MAX_SALT),
                block == null ? "" : block,
                decoded(block));
    }

    private static BigInteger number(String name, @Nullable String hex, int max) {
        // a leading 00, as of a number that is padded
        if (hex == null || hex.length() > max + 2 || !HEX.matcher(hex).matches()) {
            throw AuthenticationMessages.unsafeChallenge(name);
        }
        return new BigInteger(hex, 16);
    }

    private static byte[] decoded(@Nullable String block) {
        if (block == null || block.isEmpty() || block.length() > MAX_BLOCK) {
            throw AuthenticationMessages.unsafeChallenge("SECRET_BLOCK");
        }
        try {
            return Base64.getDecoder().decode(block.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            throw AuthenticationMessages.unsafeChallenge("SECRET_BLOCK");
        }
    }

    /** Shows nothing of it. */
    @Override
    public String toString() {
        return "SrpChallenge[]";
    }
}
