package org.amplifyjakarta.authentication;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.cognito.AuthAnswer;
import org.amplifyjakarta.cognito.CognitoFailures;
import org.amplifyjakarta.cognito.RefreshAnswer;
import org.amplifyjakarta.cognito.ScriptedAuthenticationClient;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.cookie.CookieStorage;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.amplifyjakarta.cookie.PercentCoding;
import org.amplifyjakarta.cookie.SetCookie;
import org.amplifyjakarta.credentials.IdentityPool;
import org.amplifyjakarta.http.AmplifyRequest;
import org.amplifyjakarta.http.Exchange;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.session.PerConfiguration;
import org.amplifyjakarta.session.Pools;
import org.amplifyjakarta.session.RequestContexts;
import org.amplifyjakarta.token.MutableClock;
import org.amplifyjakarta.token.PoolFixture;
import org.amplifyjakarta.token.SessionEvent;
import org.amplifyjakarta.token.TestToken;
import org.jspecify.annotations.Nullable;

/** One browser before one application, and a user pool with the user alice in it. Close it. */
final class Scene implements AutoCloseable {

    static final String PASSWORD = "Passw0rd! of alice";
    static final String SESSION = "session-of-cognito-";

    final PoolFixture pool;
    final MutableClock clock;
    final ScriptedAuthenticationClient cognito;
    final List<SessionEvent> events;
    final AmplifyConfig config;
    private final Pools pools;
    private @Nullable SrpServer server;
    private @Nullable AmplifyContext context;
    private UnaryOperator<CookieStorage> storage = UnaryOperator.identity();
    private Map<String, String> headers = Map.of();
    InMemoryCookieStorage cookies = InMemoryCookieStorage.empty();

    Scene() {
        this(PoolFixture.config().build());
    }

    Scene(AmplifyConfig config) {
        this.config = config;
        this.pool = new PoolFixture(config);
        this.clock = pool.clock;
        this.cognito = pool.authentication();
        this.events = pool.events();
        this.pools = new Pools(
                new PerConfiguration<>(own -> pool.pool()),
                new PerConfiguration<>(own -> IdentityPool.open(own, clock)));
        cognito.answers("InitiateAuth", call -> {
            server = new SrpServer(
                    "Test00001", "alice", PASSWORD, call.parameters().getOrDefault("SRP_A", ""), new Random(1));
            return new AuthAnswer("PASSWORD_VERIFIER", server.challenge(), null, null);
        });
        provedAnswers(tokens("alice"));
    }

    /** Has a password that is proved answered. */
    void provedAnswers(AuthAnswer answer) {
        cognito.answers("RespondToAuthChallenge", call -> {
            if (server == null || !server.isProvedBy(call.parameters())) {
                throw CognitoFailures.ending("NotAuthorizedException");
            }
            return answer;
        });
    }

    static AuthAnswer challenge(String name, String... parameters) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            given.put(parameters[i], parameters[i + 1]);
        }
        return new AuthAnswer(name, given, Secret.of(SESSION + name), null);
    }

    AuthAnswer tokens(String user) {
        return new AuthAnswer(
                null,
                Map.of(),
                null,
                new RefreshAnswer(
                        TestToken.access(user, clock.instant().plus(Duration.ofHours(1)))
                                .signed(),
                        TestToken.id(user, clock.instant().plus(Duration.ofHours(1)))
                                .signed(),
                        "refresh-of-" + user));
    }

    AmplifyAuthentication authentication() {
        return new UserPoolAuthentication(this::context, pools.userPools(), clock, events::add);
    }

    NextStep signIn() {
        return authentication().signIn("alice", Secret.of(PASSWORD));
    }

    NextStep confirm(String answer) {
        return authentication().confirmSignIn(Secret.of(answer), Map.of());
    }

    AmplifyContext context() {
        AmplifyContext known = context;
        if (known == null) {
            known = new RequestContexts(request -> config, pools)
                    .open(new Exchange(new Asked(headers), storage.apply(cookies)));
            context = known;
        }
        return known;
    }

    void cookiesAre(UnaryOperator<CookieStorage> other) {
        storage = other;
        context = null;
    }

    /** Has the browser send another request, with what it was given. */
    void next() {
        next(header());
    }

    void next(String header) {
        cookies = InMemoryCookieStorage.ofHeader(header);
        context = null;
    }

    void bearer(String token) {
        headers = Map.of("Authorization", "Bearer " + token);
        context = null;
    }

    /** Returns what the browser sends next. */
    String header() {
        Map<String, String> kept = new LinkedHashMap<>();
        cookies.getAll().names().forEach(name -> cookies.getAll()
                .first(name)
                .ifPresent(value -> kept.put(name, name + "=" + PercentCoding.BROWSER_VALUE.encode(value))));
        for (SetCookie cookie : cookies.setCookies()) {
            if (cookie.value() == null) {
                kept.remove(cookie.name());
            } else {
                kept.put(cookie.name(), cookie.line().split(";", 2)[0]);
            }
        }
        return kept.values().stream().collect(Collectors.joining("; "));
    }

    /** Returns the line that keeps what is pending; empty where none was sent. */
    List<SetCookie> pendingCookies() {
        return new ArrayList<>(cookies.setCookies())
                .stream()
                        .filter(cookie -> cookie.name().contains("com.amplify.server_auth.challenge."))
                        .toList();
    }

    @Override
    public void close() {
        pools.close();
    }

    private record Asked(Map<String, String> sent) implements AmplifyRequest {

        @Override
        public String method() {
            return "POST";
        }

        @Override
        public String path() {
            return "/";
        }

        @Override
        public String contextPath() {
            return "";
        }

        @Override
        public String uri() {
            return "/";
        }

        @Override
        public List<String> headers(String name) {
            return sent.containsKey(name) ? List.of(sent.get(name)) : List.of();
        }
    }
}
