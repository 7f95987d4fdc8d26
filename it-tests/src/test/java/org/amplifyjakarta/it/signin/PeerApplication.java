package org.amplifyjakarta.it.signin;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.ConfigBuilder;
import org.amplifyjakarta.config.ConfigKey;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.amplifyjakarta.cookie.SetCookie;
import org.amplifyjakarta.credentials.IdentityPool;
import org.amplifyjakarta.http.AmplifyRequest;
import org.amplifyjakarta.http.Exchange;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.session.PerConfiguration;
import org.amplifyjakarta.session.Pools;
import org.amplifyjakarta.session.RequestContexts;
import org.amplifyjakarta.signin.RouteAnswer;
import org.amplifyjakarta.signin.RouteRequest;
import org.amplifyjakarta.signin.SignInRoutes;
import org.amplifyjakarta.token.SessionEvent;
import org.amplifyjakarta.token.Tokens;
import org.amplifyjakarta.token.UserPool;

/** An application whose sign-in routes lead to the peer, without a server around it, and the one browser that visits it. */
final class PeerApplication implements AutoCloseable {

    private final AmplifyConfig config;
    private final Pools pools;
    private final SignInRoutes routes;
    private final BrowserCookies cookies;
    private final List<SessionEvent> events = new ArrayList<>();

    private PeerApplication(AmplifyConfig config, BrowserCookies cookies) {
        InstantSource clock = InstantSource.system();
        this.config = config;
        this.cookies = cookies;
        this.pools = new Pools(
                new PerConfiguration<>(
                        own -> UserPool.open(own, new UserPool.Surroundings(clock, Runnable::run, events::add))),
                new PerConfiguration<>(own -> IdentityPool.open(own, clock)));
        this.routes = new SignInRoutes(pools.userPools(), clock, events::add);
    }

    static PeerApplication of(SpringPeer peer, PeerClient client) {
        return new PeerApplication(config(peer, client, more -> {}), BrowserCookies.ofGuest());
    }

    /** Returns another application that the same browser takes for this one. */
    PeerApplication beside(SpringPeer peer, PeerClient client, Consumer<ConfigBuilder> more) {
        return new PeerApplication(config(peer, client, more), cookies);
    }

    /** Answers the browser as {@code RouteResponses} does. */
    RouteAnswer get(URI address) {
        InMemoryCookieStorage storage = InMemoryCookieStorage.ofHeader(cookies.header());
        AmplifyRequest request = new Get(address);
        RouteAnswer answer =
                routes.answer(new RouteRequest(request, context(request, storage), storage, parameters(address)));
        cookies.take(storage.setCookies().stream().map(SetCookie::line).toList());
        return answer;
    }

    RouteAnswer get(String route) {
        return get(URI.create(PeerClient.ORIGIN + "/api/auth/" + route));
    }

    /** Returns where the sign-in route leads to. */
    String signInAddress() {
        return ((RouteAnswer.Redirect) get("sign-in")).location();
    }

    /** Returns the verified tokens of whoever is signed in. */
    Optional<Tokens> tokens() {
        return context(new Get(URI.create("/")), InMemoryCookieStorage.ofHeader(cookies.header()))
                .tokens()
                .tokens();
    }

    BrowserCookies cookies() {
        return cookies;
    }

    List<SessionEvent> events() {
        return events;
    }

    @Override
    public void close() {
        routes.close();
        pools.close();
    }

    private AmplifyContext context(AmplifyRequest request, InMemoryCookieStorage storage) {
        return new RequestContexts(asked -> config, pools).open(new Exchange(request, storage));
    }

    private static AmplifyConfig config(SpringPeer peer, PeerClient client, Consumer<ConfigBuilder> more) {
        ConfigBuilder builder = AmplifyConfig.builder()
                .set(ConfigKey.APP_ORIGIN, PeerClient.ORIGIN)
                .auth(auth -> auth.userPoolId(SpringPeer.POOL)
                        .userPoolClientId(client.id())
                        .userPoolEndpoint(peer.url() + "/")
                        .issuer(peer.issuer())
                        .oauth(oauth -> oauth.domain(peer.domain()).scopes(PeerClient.SCOPES)));
        if (client.secret() != null) {
            builder.set(ConfigKey.USER_POOL_CLIENT_SECRET, client.secret());
        }
        more.accept(builder);
        return builder.build();
    }

    private static Map<String, List<String>> parameters(URI address) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : address.getRawQuery() == null
                ? new String[0]
                : address.getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            parameters
                    .computeIfAbsent(parts[0], name -> new ArrayList<>())
                    .add(URLDecoder.decode(parts.length == 1 ? "" : parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private record Get(URI address) implements AmplifyRequest {

        @Override
        public String method() {
            return "GET";
        }

        @Override
        public String path() {
            return address.getPath();
        }

        @Override
        public String contextPath() {
            return "";
        }

        @Override
        public String uri() {
            return address.toString();
        }

        @Override
        public List<String> headers(String name) {
            return List.of();
        }
    }
}
