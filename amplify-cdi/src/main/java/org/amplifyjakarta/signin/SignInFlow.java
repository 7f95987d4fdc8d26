package org.amplifyjakarta.signin;

import com.nimbusds.jose.util.Base64URL;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.amplifyjakarta.Digest;
import org.amplifyjakarta.RandomText;
import org.amplifyjakarta.http.ReturnTo;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in on its way: what the browser keeps of it until it comes back. Worth something only together with the state that it
 * was sent with, and the code verifier in it only at managed login, which has the challenge. Immutable.
 *
 * @param codeVerifier 43 to 128 characters
 * @param returnTo where to go afterwards; null for where the application says
 * @param customState what the application gave along; null for nothing
 * @param audience a digest of the issuer and the app client that it was begun for, in base64url: no others get its code
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636">RFC 7636: PKCE</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.4.2">RFC 9700 §4.4.2 and §4.7</a>
 */
record SignInFlow(
        String state,
        String codeVerifier,
        String nonce,
        Instant begun,
        String audience,
        @Nullable String returnTo,
        @Nullable String customState) {

    private static final int STATE_BYTES = 24;
    private static final int VERIFIER_BYTES = 48;
    private static final int NONCE_BYTES = 24;
    private static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(1);
    private static final String SEPARATOR = ".";
    private static final int PARTS = 7;

    static SignInFlow begin(
            RandomText random, Instant now, String audience, @Nullable String returnTo, @Nullable String customState) {
        return new SignInFlow(
                random.of(STATE_BYTES),
                random.of(VERIFIER_BYTES),
                random.of(NONCE_BYTES),
                now,
                audience,
                returnTo,
                customState);
    }

    /** The {@code code_challenge}, by {@code S256}. */
    String codeChallenge() {
        return Digest.of(codeVerifier).text();
    }

    /** Tells whether it was begun no longer ago than that, and not in a future that clocks of several nodes cannot explain. */
    boolean isAlive(Instant now, Duration life) {
        Duration age = Duration.between(begun, now);
        return age.compareTo(life) <= 0 && age.compareTo(MAX_CLOCK_SKEW.negated()) >= 0;
    }

    /** Returns what a cookie holds: ASCII, seven parts, the time in seconds and all else in base64url. */
    String text() {
        return String.join(
                SEPARATOR,
                state,
                codeVerifier,
                nonce,
                Long.toString(begun.getEpochSecond()),
                audience,
                encoded(returnTo),
                encoded(customState));
    }

    /** Reads what a cookie holds; empty for anything that {@link #text()} does not make. */
    static Optional<SignInFlow> parse(String text) {
        List<String> parts = List.of(text.split("\\.", -1));
        if (parts.size() != PARTS || !text.matches("[\\w.-]*") || parts.get(0).isEmpty()) {
            return Optional.empty();
        }
        try {
            String returnTo = decoded(parts.get(5));
            return Optional.of(new SignInFlow(
                    parts.get(0),
                    parts.get(1),
                    parts.get(2),
                    Instant.ofEpochSecond(Long.parseLong(parts.get(3))),
                    parts.get(4),
                    // whoever can write cookies leads nobody away
                    returnTo == null || !ReturnTo.of(returnTo).path().equals(returnTo) ? null : returnTo,
                    decoded(parts.get(6))));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String encoded(@Nullable String text) {
        return text == null ? "" : Base64URL.encode(text).toString();
    }

    private static @Nullable String decoded(String part) {
        return part.isEmpty() ? null : new Base64URL(part).decodeToString();
    }

    /** Shows when it began. */
    @Override
    public String toString() {
        return "SignInFlow[" + begun + "]";
    }
}
