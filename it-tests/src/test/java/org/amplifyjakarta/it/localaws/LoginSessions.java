package org.amplifyjakarta.it.localaws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The browsers that managed login knows, by a cookie: who signs in again within the hour need not say who he is. */
final class LoginSessions {

    private static final String COOKIE = "cognito";
    private static final Duration LIFE = Duration.ofHours(1);
    private static final int MAX_SESSIONS = 10_000;

    private final InstantSource clock;
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    LoginSessions(InstantSource clock) {
        this.clock = clock;
    }

    /** Who signed in, how and when. */
    record Session(LocalUser user, String provider, Instant at) {}

    /** Returns the session that serves for a sign-in without a form. */
    synchronized Optional<Session> serving(WebRequest request, AuthorizeRequest asked) {
        boolean anyProvider = asked.query().text("identity_provider").isEmpty();
        return Optional.ofNullable(sessions.get(request.cookie(COOKIE)))
                .filter(session -> !asked.isPrompt("login"))
                .filter(session -> clock.instant().isBefore(session.at().plus(LIFE)))
                .filter(session -> anyProvider || session.provider().equals(asked.provider()));
    }

    /** Begins a session, and returns the answer with its cookie. */
    synchronized Reply begin(Reply reply, Session session) {
        String id = UUID.randomUUID().toString();
        sessions.put(id, session);
        if (sessions.size() > MAX_SESSIONS) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        return withCookie(reply, id, LIFE);
    }

    /** Ends the session of a browser, and returns the answer without its cookie. */
    synchronized Reply end(Reply reply, WebRequest request) {
        sessions.remove(request.cookie(COOKIE));
        return withCookie(reply, "", Duration.ZERO);
    }

    /** Cookies know no port: on / it would go to the application as well. */
    private static Reply withCookie(Reply reply, String value, Duration life) {
        String rest = "; HttpOnly; SameSite=Lax; Max-Age=" + life.toSeconds();
        return reply.with("Set-Cookie", COOKIE + "=" + value + "; Path=/oauth2/authorize" + rest)
                .with("Set-Cookie", COOKIE + "=" + value + "; Path=/logout" + rest);
    }
}
