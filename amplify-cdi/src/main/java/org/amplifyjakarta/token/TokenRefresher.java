package org.amplifyjakarta.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.amplifyjakarta.Digest;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.cognito.CognitoException;
import org.amplifyjakarta.cognito.RefreshAnswer;
import org.amplifyjakarta.cognito.RefreshRequest;
import org.amplifyjakarta.cognito.UserPoolClient;
import org.amplifyjakarta.config.TokenConfig;
import org.amplifyjakarta.token.StoredSession.Held;
import org.amplifyjakarta.token.Verification.Verified;
import org.jspecify.annotations.Nullable;

/**
 * Trades an expired session for a new one: one call to Cognito for one refresh token, however many requests carry it at
 * once. Who comes later with the old cookies gets the same new tokens for {@link TokenConfig#refreshGrace()}.
 *
 * <p>The first to ask makes the call in its own thread, the others wait for it. Outcomes are kept under the refresh
 * token's digest; a call that failed for a passing reason is not kept.
 *
 * <p>Safe for concurrent use.
 */
final class TokenRefresher {

    private static final int MAX_FLIGHTS = 10_000;
    private static final int MAX_HOPS = 8;

    /** What came of a refresh. */
    sealed interface Outcome {

        /** The new session, verified. */
        record Refreshed(StoredSession session) implements Outcome {}

        /** The session is over; {@code name} is Cognito's error. */
        record Ended(String name, Reason reason) implements Outcome {}
    }

    /** One call, under way or done. */
    private record Flight(CompletableFuture<Outcome> outcome, Landing landing) {}

    /** When a call came back. */
    private static final class Landing {
        private volatile @Nullable Instant at;
    }

    private final UserPoolClient client;
    private final TokenVerifier verifier;
    private final TokenConfig config;
    private final InstantSource clock;
    private final Duration patience;
    private final Cache<Digest, Flight> flights;

    /** @param calls for how many calls of Cognito, at their longest, a request waits that another one makes */
    TokenRefresher(UserPoolClient client, TokenVerifier verifier, TokenConfig config, InstantSource clock, int calls) {
        this.patience = config.timeouts().call().multipliedBy(calls);
        this.client = client;
        this.verifier = verifier;
        this.config = config;
        this.clock = clock;
        this.flights = Caffeine.newBuilder()
                .maximumSize(MAX_FLIGHTS)
                .expireAfterWrite(config.refreshGrace().plus(patience))
                .executor(Runnable::run)
                .build();
    }

    /** Returns how long another server may claim a session for its call; longer than that takes. */
    static Duration claimLife(TokenConfig config) {
        return config.timeouts().call().multipliedBy(3).dividedBy(2);
    }

    /**
     * Returns the new session.
     *
     * @param refreshToken the session's
     * @param elsewhere asked before Cognito is: what another server made of the session, empty where it is to be made here
     * @throws UnavailableException if Cognito gave no answer that decides
     */
    Outcome refresh(StoredSession session, String refreshToken, Supplier<Optional<Outcome>> elsewhere) {
        Outcome outcome = once(session, refreshToken, elsewhere);
        // Who refreshed twice within the grace period must not be led back to the first result.
        for (int hop = 0; hop < MAX_HOPS && outcome instanceof Outcome.Refreshed refreshed; hop++) {
            String next = refreshed.session().refreshToken();
            Flight newer = next == null || next.equals(refreshToken) ? null : flights.getIfPresent(key(session, next));
            if (newer == null || !isFresh(newer)) {
                break;
            }
            outcome = await(newer.outcome);
        }
        return outcome;
    }

    private Outcome once(StoredSession session, String refreshToken, Supplier<Optional<Outcome>> elsewhere) {
        Flight own = new Flight(new CompletableFuture<>(), new Landing());
        Digest key = key(session, refreshToken);
        Flight flight =
                flights.asMap().compute(key, (k, known) -> known != null && serves(known, session) ? known : own);
        if (flight == own) {
            fly(own, key, () -> elsewhere.get().orElseGet(() -> call(session, refreshToken)));
        }
        return await(flight.outcome);
    }

    /** Bound to the user, so that a refresh token beside somebody else's access token touches nobody's refresh. */
    private static Digest key(StoredSession session, String refreshToken) {
        return Digest.of(session.accessToken().claims().subject() + ' ' + refreshToken);
    }

    private void fly(Flight flight, Digest key, Supplier<Outcome> call) {
        try {
            flight.outcome.complete(call.get());
        } catch (RuntimeException | Error e) {
            flights.asMap().remove(key, flight);
            flight.outcome.completeExceptionally(e);
        } finally {
            flight.landing.at = clock.instant();
        }
    }

    /** A known result serves everybody but the one who has it, or a newer one, already and asks for a newer one. */
    private boolean serves(Flight known, StoredSession session) {
        if (!known.outcome.isDone()) {
            return true;
        }
        boolean alreadyHeld = known.outcome.getNow(null) instanceof Outcome.Refreshed refreshed
                && !isNewer(refreshed.session().accessToken(), session.accessToken());
        return isFresh(known) && !alreadyHeld;
    }

    private static boolean isNewer(Held known, Held held) {
        return !known.jwt().equals(held.jwt())
                && !known.claims().expiresAt().isBefore(held.claims().expiresAt());
    }

    private boolean isFresh(Flight flight) {
        Instant landed = flight.landing.at;
        return landed == null || clock.instant().isBefore(landed.plus(config.refreshGrace()));
    }

    private Outcome call(StoredSession session, String refreshToken) {
        Claims access = session.accessToken().claims();
        String username = access.text("username").orElseGet(access::subject);
        try {
            RefreshAnswer answer =
                    client.refresh(new RefreshRequest(Secret.of(refreshToken), username, session.deviceKey()));
            return verified(answer, session, refreshToken);
        } catch (CognitoException e) {
            if (SessionEnd.isMeantBy(e.name())) {
                return new Outcome.Ended(e.name(), Reason.REFRESH_REFUSED);
            }
            throw TokenMessages.notRefreshed(e);
        }
    }

    /** Nothing is taken over that is not a verified token of the same user. */
    private Outcome verified(RefreshAnswer answer, StoredSession old, String oldRefreshToken) {
        if (answer.accessToken() == null) {
            throw TokenMessages.emptyAnswer();
        }
        Held access = held(answer.accessToken(), TokenUse.ACCESS, old);
        Held id = held(answer.idToken(), TokenUse.ID, old);
        if (access == null || id == null && answer.idToken() != null) {
            return new Outcome.Ended(SessionEnd.QUIET, Reason.REFRESH_ANSWER);
        }
        String refreshToken = answer.refreshToken() == null ? oldRefreshToken : answer.refreshToken();
        return new Outcome.Refreshed(
                new StoredSession(old.user(), access, id, refreshToken, old.signInDetails(), old.deviceKey()));
    }

    private @Nullable Held held(@Nullable String jwt, TokenUse use, StoredSession old) {
        return jwt != null
                        && verifier.verify(jwt, use) instanceof Verified fresh
                        && fresh.claims()
                                .subject()
                                .equals(old.accessToken().claims().subject())
                ? new Held(jwt, fresh.claims())
                : null;
    }

    private Outcome await(CompletableFuture<Outcome> outcome) {
        try {
            return outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnavailableException unavailable) {
                throw unavailable;
            }
            throw new CompletionException(e.getCause());
        } catch (TimeoutException e) {
            throw TokenMessages.refreshTookTooLong();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TokenMessages.refreshTookTooLong();
        }
    }
}
