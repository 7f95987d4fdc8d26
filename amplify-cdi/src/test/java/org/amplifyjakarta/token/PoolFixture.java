package org.amplifyjakarta.token;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.amplifyjakarta.cognito.RefreshAnswer;
import org.amplifyjakarta.cognito.RefreshRequest;
import org.amplifyjakarta.cognito.ScriptedAuthenticationClient;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.ConfigBuilder;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.amplifyjakarta.cookie.PercentCoding;
import org.amplifyjakarta.store.SessionStore;

/** A user pool whose keys, clock, client and events are the test's. */
public final class PoolFixture {

    public static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    static final String PREFIX = "CognitoIdentityServiceProvider." + TestToken.CLIENT + ".";

    public final MutableClock clock = new MutableClock(START);
    final ScriptedUserPoolClient client = new ScriptedUserPoolClient();
    final List<SessionEvent> events = new ArrayList<>();
    final AtomicInteger fetches = new AtomicInteger();
    volatile String jwks = TestKeys.jwks(TestKeys.POOL.toPublicJWK());
    public volatile boolean jwksDown;
    public final UserPool pool;

    public PoolFixture() {
        this(config().build());
    }

    public PoolFixture(AmplifyConfig config) {
        this(config, new SharedStore());
    }

    PoolFixture(AmplifyConfig config, SessionStore store) {
        this.pool = UserPool.of(
                config,
                client,
                new UserPool.Surroundings(clock, Runnable::run, this::note, settings -> store),
                this::fetch);
    }

    /** Returns the pool itself. */
    public UserPool pool() {
        return pool;
    }

    /** Returns what answers those who sign in. */
    public ScriptedAuthenticationClient authentication() {
        return client.authentication();
    }

    /** Has refreshes answered. */
    public void refreshes(Function<RefreshRequest, RefreshAnswer> answer) {
        client.answers(answer);
    }

    /** Returns what observers heard. */
    public List<SessionEvent> events() {
        return events;
    }

    public static ConfigBuilder config() {
        return AmplifyConfig.builder()
                .auth(auth -> auth.userPoolId("eu-west-1_Test00001").userPoolClientId(TestToken.CLIENT));
    }

    private String fetch() throws IOException {
        fetches.incrementAndGet();
        if (jwksDown) {
            throw new IOException("down");
        }
        return jwks;
    }

    private synchronized void note(SessionEvent event) {
        events.add(event);
    }

    /** Returns the tokens of a session in this Cookie header. */
    public Optional<Tokens> tokens(String cookieHeader) {
        return session(InMemoryCookieStorage.ofHeader(cookieHeader)).tokens();
    }

    TokenProvider session(InMemoryCookieStorage cookies) {
        return pool.session(cookies);
    }

    /** Returns why the last request was a guest's. */
    Reason refusal() {
        return events.get(events.size() - 1) instanceof SessionEvent.Refused refused
                ? refused.reason()
                : Reason.EXPIRED;
    }

    Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    /** Returns the Cookie header of a user who signed in a minute ago. */
    public String signedIn(String user) {
        return cookies(user, in(Duration.ofMinutes(59)));
    }

    /** Returns the Cookie header of a user whose tokens expired an hour ago. */
    String expired(String user) {
        return cookies(user, in(Duration.ofHours(-1)));
    }

    public static String cookies(String user, Instant expiry) {
        return cookies(
                user,
                TestToken.access(user, expiry).signed(),
                TestToken.id(user, expiry).signed());
    }

    public static String cookies(String user, String accessToken, String idToken) {
        String name = PercentCoding.BROWSER_NAME.encode(user);
        return PREFIX + "LastAuthUser=" + PercentCoding.BROWSER_VALUE.encode(user) + "; " + PREFIX + name
                + ".accessToken=" + accessToken + "; " + PREFIX + name + ".idToken=" + idToken + "; " + PREFIX + name
                + ".refreshToken=refresh-of-" + name + "; " + PREFIX + name + ".clockDrift=0; " + PREFIX + name
                + ".signInDetails={%22loginId%22:%22" + name + "%22}";
    }
}
