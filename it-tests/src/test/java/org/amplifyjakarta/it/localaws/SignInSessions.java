package org.amplifyjakarta.it.localaws;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The sessions of sign-ins: each is good for one answer, or for three wrong codes, and for a few minutes. */
final class SignInSessions {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 720;
    private static final int MAX_TRIES = 3;
    private static final int MAX_SESSIONS = 10_000;
    private static final Set<String> WRONG_CODE =
            Set.of("CodeMismatchException", "EnableSoftwareTokenMFAException", "ExpiredCodeException");

    /** What can be said better with the same session. */
    private static final Set<String> WRONG_ANSWER =
            Set.of("InvalidPasswordException", "InvalidParameterException", "SoftwareTokenMFANotFoundException");

    private final InstantSource clock;
    private final Supplier<Settings> settings;
    private final Map<String, Waiting> sessions = new LinkedHashMap<>();

    SignInSessions(InstantSource clock, Supplier<Settings> settings) {
        this.clock = clock;
        this.settings = settings;
    }

    private record Waiting(SignInStep step, Instant expires, int tries) {}

    /** Returns the session of a new step. */
    String open(SignInStep step) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String session = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Duration life = Duration.ofSeconds(settings.get().pool().challengeSeconds());
        put(session, new Waiting(step, clock.instant().plus(life), 0));
        return session;
    }

    /** Lets a step be answered; where the answer is wrong, its session may serve again. */
    JsonObject answer(String session, Function<SignInStep, JsonObject> answer) {
        Waiting waiting = take(session);
        try {
            return answer.apply(waiting.step());
        } catch (ServiceError e) {
            int tries = waiting.tries() + (WRONG_CODE.contains(e.type()) ? 1 : 0);
            boolean again = WRONG_CODE.contains(e.type()) || WRONG_ANSWER.contains(e.type());
            if (again && tries < MAX_TRIES) {
                put(session, new Waiting(waiting.step(), waiting.expires(), tries));
            }
            throw e;
        }
    }

    private synchronized Waiting take(String session) {
        Waiting waiting = sessions.remove(session);
        if (waiting == null || !clock.instant().isBefore(waiting.expires())) {
            throw ServiceError.notAuthorized("Invalid session for the user, session is expired.");
        }
        return waiting;
    }

    private synchronized void put(String session, Waiting waiting) {
        sessions.put(session, waiting);
        if (sessions.size() > MAX_SESSIONS) {
            sessions.remove(sessions.keySet().iterator().next());
        }
    }
}
