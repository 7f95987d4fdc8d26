package org.amplifyjakarta.token;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.cookie.CookieStorage;
import org.amplifyjakarta.token.SessionReader.Found;
import org.amplifyjakarta.token.TokenRefresher.Outcome;
import org.jspecify.annotations.Nullable;

/** The tokens of the session in one request's cookies: read once, refreshed at need, written back. */
final class CookieTokenProvider implements CookieSession {

    private static final Logger LOG = System.getLogger(CookieTokenProvider.class.getName());

    /** What is known of the session by now. */
    private sealed interface State {

        record Guest() implements State {}

        record Active(StoredSession session) implements State {}

        /** Over, for a reason that every caller in this request hears. */
        record Over(SessionEndedException why) implements State {}

        /** Somebody did not answer: to ask again within the same request would only add to the wait. */
        record Unknown(UnavailableException why) implements State {}
    }

    private final SessionServices services;
    private final CookieStorage cookies;
    private final BooleanSupplier refreshTokens;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable State state;
    private boolean refreshFailed;

    /** @param refreshTokens tells whether a request brought any */
    CookieTokenProvider(SessionServices services, CookieStorage cookies, BooleanSupplier refreshTokens) {
        this.services = services;
        this.cookies = cookies;
        this.refreshTokens = refreshTokens;
    }

    @Override
    public Optional<Tokens> tokens(boolean forceRefresh) {
        lock.lock();
        try {
            State now = state == null ? load() : state;
            if (now instanceof State.Active active && isToRefresh(active.session(), forceRefresh)) {
                now = refresh(active.session(), forceRefresh);
            }
            state = now;
            return answer(now);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String begin(IssuedTokens issued, SignInDetails details) {
        lock.lock();
        try {
            cookies.markPersonal();
            StoredSession begun = services.starts().begin(issued, details, known(), cookies);
            state = new State.Active(begun);
            refreshFailed = false;
            return begun.accessToken().claims().subject();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<EndedSession> end() {
        lock.lock();
        try {
            cookies.markPersonal();
            StoredSession known = known();
            EndedSession ended = known == null
                    ? services.starts().end(cookies)
                    : services.starts().end(known, cookies);
            state = new State.Guest();
            return Optional.ofNullable(ended);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean hasRefreshToken() {
        return refreshTokens.getAsBoolean();
    }

    private @Nullable StoredSession known() {
        return state instanceof State.Active active ? active.session() : null;
    }

    private State load() {
        cookies.markPersonal();
        Found found;
        try {
            found = services.reader().read(cookies.getAll());
        } catch (UnavailableException e) {
            return new State.Unknown(e);
        }
        if (found instanceof Found.Session session) {
            return new State.Active(session.session());
        }
        if (found instanceof Found.NoSession none) {
            LOG.log(Level.DEBUG, () -> "cookies, but a guest: " + none.reason());
            services.events().on(new SessionEvent.Refused(none.reason()));
            if (none.reason() == Reason.REVOKED && cookies.isWritable()) {
                // where servers share it, the others learn of it so
                cookies.discard();
                cookies.flush();
            }
        }
        return new State.Guest();
    }

    private Optional<Tokens> answer(State now) {
        if (now instanceof State.Over over) {
            throw over.why();
        }
        if (now instanceof State.Unknown unknown) {
            throw unknown.why();
        }
        return now instanceof State.Active active
                ? Optional.of(active.session().tokens(services.clock().instant()))
                : Optional.empty();
    }

    private boolean isToRefresh(StoredSession session, boolean forced) {
        Instant now = services.clock().instant();
        return forced
                || session.isExpired(now)
                || !refreshFailed && session.needsRefresh(now, services.config().expiryTolerance());
    }

    private State refresh(StoredSession session, boolean forced) {
        boolean expired = session.isExpired(services.clock().instant());
        if (session.refreshToken() == null) {
            return expired || forced ? new State.Over(TokenMessages.noRefreshToken()) : new State.Active(session);
        }
        if (!cookies.isWritable()) {
            LOG.log(Level.WARNING, TokenMessages::committed);
            return expired ? new State.Over(TokenMessages.notWritable()) : new State.Active(session);
        }
        try {
            return landed(session, services.refresher().refresh(session, session.refreshToken(), this::elsewhere));
        } catch (UnavailableException e) {
            refreshFailed = true;
            if (expired) {
                return new State.Unknown(e);
            }
            LOG.log(Level.WARNING, () -> TokenMessages.stillValid(e));
            return new State.Active(session);
        } finally {
            cookies.release();
        }
    }

    /** Where others keep the same session, what they have made of it; empty where it is for us to refresh. */
    private Optional<Outcome> elsewhere() {
        if (cookies.claim()) {
            return Optional.empty();
        }
        Found found = services.reader().read(cookies.getAll());
        if (found instanceof Found.NoSession) {
            // signed with a key that is not known here yet, for one: no reason to end it for everybody
            throw TokenMessages.refreshedElsewhere();
        }
        return Optional.of(
                found instanceof Found.Session session
                        ? new Outcome.Refreshed(session.session())
                        : new Outcome.Ended(SessionEnd.QUIET, Reason.REVOKED));
    }

    private State landed(StoredSession old, Outcome outcome) {
        String subject = old.accessToken().claims().subject();
        if (outcome instanceof Outcome.Refreshed refreshed) {
            StoredSession fresh = refreshed.session().inPlaceOf(old);
            services.writer().keep(fresh, old, cookies);
            services.events().on(new SessionEvent.Refreshed(subject));
            return new State.Active(fresh);
        }
        Outcome.Ended ended = (Outcome.Ended) outcome;
        LOG.log(Level.DEBUG, () -> "session ended: " + ended.reason() + " (" + ended.name() + ")");
        services.writer().clear(old, cookies);
        services.events().on(new SessionEvent.Ended(subject, ended.reason()));
        return SessionEnd.isQuiet(ended.name())
                ? new State.Guest()
                : new State.Over(TokenMessages.ended(ended.name(), ended.reason()));
    }
}
