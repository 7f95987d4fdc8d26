package org.amplifyjakarta.authentication;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.cognito.AuthAnswer;
import org.amplifyjakarta.cognito.AuthenticationClient;
import org.amplifyjakarta.cognito.ChallengeResponse;
import org.amplifyjakarta.cognito.CognitoException;
import org.jspecify.annotations.Nullable;

/**
 * Proves a password by SRP, in two calls: {@code handlePasswordSRP} and {@code handlePasswordVerifierChallenge} of Amplify JS 6.21.
 *
 * <p>Safe for concurrent use.
 */
final class PasswordProof {

    private static final String CHALLENGE = "PASSWORD_VERIFIER";

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final String pool;
    private final InstantSource clock;
    private final SecureRandom random;

    /** @param userPoolId the part after its first underscore is what proofs hold */
    PasswordProof(String userPoolId, InstantSource clock, SecureRandom random) {
        String[] parts = userPoolId.split("_", -1);
        this.pool = parts.length > 1 ? parts[1] : "";
        this.clock = clock;
        this.random = random;
    }

    /**
     * What came of it.
     *
     * @param username the one for the answers to further challenges
     */
    record Proved(AuthAnswer answer, String username) {

        /** Shows the answer. */
        @Override
        public String toString() {
            return "Proved[" + answer + "]";
        }
    }

    /**
     * Makes the two calls.
     *
     * @throws CognitoException as Cognito says
     * @throws org.amplifyjakarta.AmplifyException named {@code SignInException} for a challenge that is not sound
     */
    Proved prove(AuthenticationClient client, String username, Secret password) {
        Srp srp = Srp.begin(random);
        AuthAnswer first;
        try {
            first = client.initiateSrp(username, srp.shownHex());
        } catch (CognitoException e) {
            if (e.name().equals(AuthenticationMessages.USER_NOT_FOUND)) {
                proveInVain(client, srp, username, password);
            }
            throw e;
        }
        String active = activeName(first.parameters(), username);
        if (!CHALLENGE.equals(first.challenge())) {
            return new Proved(first, active);
        }
        ChallengeResponse proof = proof(srp, SrpChallenge.of(first.parameters()), password, first.session());
        return new Proved(client.respond(proof), active);
    }

    /** Whoever does not exist is told so no sooner than whoever typed a wrong password. */
    private void proveInVain(AuthenticationClient client, Srp srp, String username, Secret password) {
        byte[] block = new byte[1024];
        random.nextBytes(block);
        String encoded = Base64.getEncoder().encodeToString(block);
        BigInteger shown = new BigInteger(Srp.N.bitLength() - 1, random).add(BigInteger.ONE);
        SrpChallenge made = new SrpChallenge(username, shown, new BigInteger(128, random), encoded, block);
        try {
            client.respond(proof(srp, made, password, Secret.of(encoded)));
        } catch (CognitoException e) {
            // as it should be
        }
    }

    private ChallengeResponse proof(Srp srp, SrpChallenge challenge, Secret password, @Nullable Secret session) {
        String timestamp = timestamp(clock.instant());
        Map<String, String> answers = new HashMap<>();
        answers.put("PASSWORD_CLAIM_SECRET_BLOCK", challenge.encodedBlock());
        answers.put("TIMESTAMP", timestamp);
        answers.put(
                "PASSWORD_CLAIM_SIGNATURE",
                srp.signature(pool, challenge, password, timestamp).reveal());
        return new ChallengeResponse(CHALLENGE, challenge.userId(), session, answers);
    }

    static String timestamp(Instant now) {
        return TIMESTAMP.format(now);
    }

    private static String activeName(Map<String, String> parameters, String typed) {
        String name = parameters.getOrDefault("USERNAME", parameters.getOrDefault("USER_ID_FOR_SRP", typed));
        return name.isEmpty() ? typed : name;
    }
}
