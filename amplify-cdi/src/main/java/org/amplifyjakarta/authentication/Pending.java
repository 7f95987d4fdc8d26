package org.amplifyjakarta.authentication;

import java.time.Duration;
import java.time.Instant;
import org.amplifyjakarta.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a browser has begun and not done. Immutable.
 *
 * @param loginId what the user typed
 * @param username the one for answers to challenges
 * @param session Cognito's, that the answer has to be sent along with; null where the step is not of a sign-in
 */
record Pending(
        NextStep next,
        String loginId,
        String username,
        @Nullable Secret session,
        Instant begun) {

    static final Duration LIFE = Duration.ofMinutes(15);

    private static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(1);

    /** Makes one that is not of a sign-in. */
    static Pending of(NextStep next, String username, Instant now) {
        return new Pending(next, username, username, null, now);
    }

    Pending withNext(NextStep other) {
        return new Pending(other, loginId, username, session, begun);
    }

    /** Tells whether it was begun not too long ago, and not in a future that clocks of several nodes cannot explain. */
    boolean isAlive(Instant now) {
        Duration age = Duration.between(begun, now);
        return age.compareTo(LIFE) <= 0 && age.compareTo(MAX_CLOCK_SKEW.negated()) >= 0;
    }

    /** Shows the step. */
    @Override
    public String toString() {
        return "Pending[" + next.step() + "]";
    }
}
