package org.amplifyjakarta.it.localaws;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Authenticator apps: their set-up, while signing in or signed in, and their codes, each of which is used once. */
final class SoftwareTokens {

    private static final int MAX_KEPT = 10_000;

    private final InstantSource clock;
    private final PoolUsers users;
    private final SignInSessions sessions;
    private final Map<String, String> pending = new LinkedHashMap<>();
    private final Map<String, Long> lastSteps = new LinkedHashMap<>();

    SoftwareTokens(InstantSource clock, PoolUsers users, SignInSessions sessions) {
        this.clock = clock;
        this.users = users;
        this.sessions = sessions;
    }

    /** Gives a user who is signing in a secret. */
    JsonObject associate(String session) {
        String secret = Totp.newSecret();
        return sessions.answer(session, step -> {
            requireSetUp(step);
            return Json.createObjectBuilder()
                    .add("SecretCode", secret)
                    .add("Session", sessions.open(step.withSecret(secret)))
                    .build();
        });
    }

    /** Gives a user who is signed in a secret. */
    JsonObject associate(LocalUser user) {
        String secret = Totp.newSecret();
        synchronized (this) {
            put(pending, user.sub(), secret);
        }
        return Json.createObjectBuilder().add("SecretCode", secret).build();
    }

    JsonObject verify(String session, String code) {
        return sessions.answer(session, step -> {
            requireSetUp(step);
            String secret = step.secret();
            if (secret == null) {
                throw noToken();
            }
            requireFirstCode(step.user(), secret, code);
            return Json.createObjectBuilder()
                    .add("Status", "SUCCESS")
                    .add("Session", sessions.open(step.asVerified()))
                    .build();
        });
    }

    /** Keeps the secret; the user asks for the factor separately. */
    synchronized JsonObject verify(LocalUser user, String code) {
        String secret = pending.get(user.sub());
        if (secret == null) {
            throw noToken();
        }
        requireFirstCode(user, secret, code);
        pending.remove(user.sub());
        users.change(user.username(), owner -> owner.with(owner.login().withTotp(secret)));
        return Json.createObjectBuilder().add("Status", "SUCCESS").build();
    }

    /** Takes a code of a sign-in. */
    synchronized void use(LocalUser user, String code) {
        String secret = user.login().totpSecret();
        if (secret == null) {
            throw noToken();
        }
        OptionalLong step = Totp.step(secret, code, clock.instant());
        if (step.isEmpty()) {
            throw ServiceError.of("CodeMismatchException", "Invalid code received for user");
        }
        if (step.getAsLong() <= lastSteps.getOrDefault(user.sub(), Long.MIN_VALUE)) {
            throw ServiceError.of("ExpiredCodeException", "Your software token has already been used once.");
        }
        put(lastSteps, user.sub(), step.getAsLong());
    }

    private synchronized void requireFirstCode(LocalUser user, String secret, String code) {
        OptionalLong step = Totp.step(secret, code, clock.instant());
        if (step.isEmpty()) {
            throw ServiceError.of("EnableSoftwareTokenMFAException", "Code mismatch");
        }
        put(lastSteps, user.sub(), step.getAsLong());
    }

    private static void requireSetUp(SignInStep step) {
        if (!step.challenge().equals(Challenges.MFA_SETUP)) {
            throw ServiceError.of("InvalidParameterException", "The session is not one of an MFA set-up.");
        }
    }

    private static ServiceError noToken() {
        return ServiceError.of("SoftwareTokenMFANotFoundException", "No software token is being set up.");
    }

    private static <T> void put(Map<String, T> kept, String sub, T value) {
        kept.remove(sub);
        kept.put(sub, value);
        if (kept.size() > MAX_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
