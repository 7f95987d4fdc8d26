package org.amplifyjakarta.it.localaws;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.amplifyjakarta.it.localaws.Message.Purpose;
import org.jspecify.annotations.Nullable;

/** The codes that confirm a sign-up or a new password: one for a user and a purpose, used once, tried five times. */
final class SentCodes {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int MAX_TRIES = 5;
    private static final int MAX_SENT = 5;
    private static final int MAX_CODES = 10_000;

    private final InstantSource clock;
    private final Map<Key, Sent> codes = new LinkedHashMap<>();

    SentCodes(InstantSource clock) {
        this.clock = clock;
    }

    private record Key(Purpose purpose, String username) {}

    /** A code, and what its user did since the window opened. */
    private record Sent(String code, Instant expires, int tries, int sent, Instant windowEnd) {

        Sent tried() {
            return new Sent(code, expires, tries + 1, sent, windowEnd);
        }

        @Override
        public String toString() {
            return "Sent[" + expires + "]";
        }
    }

    /** Returns six digits. */
    static String newCode() {
        return String.format("%06d", RANDOM.nextInt(1_000_000));
    }

    /** Returns a new code in place of an earlier one; for a user who does not exist as well, whom nobody tells it. */
    synchronized String issue(Purpose purpose, String username, Duration life) {
        Instant now = clock.instant();
        Key key = new Key(purpose, username);
        Sent before = codes.remove(key);
        boolean inWindow = before != null && now.isBefore(before.windowEnd());
        if (before != null && inWindow && (before.sent() >= MAX_SENT || before.tries() >= MAX_TRIES)) {
            codes.put(key, before);
            throw ServiceError.of("LimitExceededException", "Attempt limit exceeded, please try after some time.");
        }
        Sent next = before != null && inWindow
                ? new Sent(newCode(), now.plus(life), before.tries(), before.sent() + 1, before.windowEnd())
                : new Sent(newCode(), now.plus(life), 0, 1, now.plus(WINDOW));
        codes.put(key, next);
        if (codes.size() > MAX_CODES) {
            codes.remove(codes.keySet().iterator().next());
        }
        return next.code();
    }

    /** Takes a code that is right, or tells what is wrong with it. */
    synchronized void redeem(Purpose purpose, String username, String code) {
        Key key = new Key(purpose, username);
        Sent sent = codes.get(key);
        Instant now = clock.instant();
        requireTriesLeft(purpose, sent, now);
        if (sent == null || !now.isBefore(sent.expires()) || sent.tries() >= MAX_TRIES) {
            throw ServiceError.of("ExpiredCodeException", "Invalid code provided, please request a code again.");
        }
        if (!MessageDigest.isEqual(
                sent.code().getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8))) {
            codes.put(key, sent.tried());
            throw ServiceError.of("CodeMismatchException", "Invalid verification code provided, please try again.");
        }
        codes.remove(key);
    }

    /** Forgets a user, for another of the same name. */
    synchronized void forget(String username) {
        codes.keySet().removeIf(key -> key.username().equals(username));
    }

    private static void requireTriesLeft(Purpose purpose, @Nullable Sent sent, Instant now) {
        if (sent == null || sent.tries() < MAX_TRIES || !now.isBefore(sent.windowEnd())) {
            return;
        }
        throw purpose == Purpose.FORGOT_PASSWORD
                ? ServiceError.of("LimitExceededException", "Attempt limit exceeded, please try after some time.")
                : ServiceError.of(
                        "TooManyFailedAttemptsException",
                        "The user has made too many failed attempts for a given action.");
    }
}
