package org.amplifyjakarta.it.support;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.ConfigBuilder;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.amplifyjakarta.credentials.IdentityPool;
import org.amplifyjakarta.http.AmplifyRequest;
import org.amplifyjakarta.http.Exchange;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.SignedIn;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.session.PerConfiguration;
import org.amplifyjakarta.session.Pools;
import org.amplifyjakarta.session.RequestContexts;
import org.amplifyjakarta.token.UserPool;

/** A user's session at the local AWS, without a server around it. Close it. */
public record LocalSession(AmplifyContext context, Pools pools) implements AutoCloseable {

    /** Opens one, with more configuration than that of the pools. */
    public static LocalSession open(LocalAws aws, SignedIn user, Consumer<ConfigBuilder> more) {
        return open(aws, BrowserCookies.of(user).header(), more);
    }

    /** Opens one of a browser that has no session yet. */
    public static LocalSession openForGuest(LocalAws aws) {
        return open(aws, "", more -> {});
    }

    private static LocalSession open(LocalAws aws, String cookies, Consumer<ConfigBuilder> more) {
        ConfigBuilder builder = AmplifyConfig.builder().auth(auth -> auth.userPoolId("us-east-1_LocalPool")
                .userPoolClientId("localclient000000000000001")
                .userPoolEndpoint(aws.url() + "/")
                .identityPoolId("us-east-1:00000000-0000-4000-8000-000000000001")
                .identityPoolEndpoint(aws.url() + "/")
                .issuer(aws.issuerUri()));
        more.accept(builder);
        AmplifyConfig config = builder.build();
        InstantSource clock = InstantSource.system();
        Pools pools = new Pools(
                new PerConfiguration<>(
                        own -> UserPool.open(own, new UserPool.Surroundings(clock, Runnable::run, event -> {}))),
                new PerConfiguration<>(own -> IdentityPool.open(own, clock)));
        return new LocalSession(
                new RequestContexts(request -> config, pools)
                        .open(new Exchange(new NoRequest(), InMemoryCookieStorage.ofHeader(cookies))),
                pools);
    }

    @Override
    public void close() {
        pools.close();
    }

    private record NoRequest() implements AmplifyRequest {

        @Override
        public String method() {
            return "GET";
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
            return List.of();
        }
    }
}
