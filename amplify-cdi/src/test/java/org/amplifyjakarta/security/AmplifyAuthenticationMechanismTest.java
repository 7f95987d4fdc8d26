package org.amplifyjakarta.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.security.enterprise.AuthenticationStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.amplifyjakarta.config.ConfigKey;
import org.amplifyjakarta.http.AmplifyRequest;
import org.amplifyjakarta.http.Exchange;
import org.amplifyjakarta.http.ExchangeBinding;
import org.amplifyjakarta.servlet.ContainerExchange;
import org.amplifyjakarta.servlet.CurrentSession;
import org.amplifyjakarta.session.AmplifyPrincipal;
import org.amplifyjakarta.signin.SignInRoutes;
import org.amplifyjakarta.token.PoolFixture;
import org.amplifyjakarta.token.TestToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmplifyAuthenticationMechanismTest {

    private static final String PAGE = "text/html,*/*;q=0.8";

    private final PoolFixture fixture = new PoolFixture();
    private final CurrentSession session = new CurrentSession(
            fixture,
            PoolFixture.config()
                    .auth(auth -> auth.oauth(oauth -> oauth.domain("login.example")))
                    .set(ConfigKey.APP_ORIGIN, "https://app.example")
                    .build());
    private final SignInRoutes routes = new SignInRoutes(session.pools().userPools(), fixture.clock, event -> {});

    @AfterEach
    void close() {
        routes.close();
    }

    @Test
    @Tag("T-27")
    void theContainerHearsOfTheUserAndTheGroups() {
        Instant expiry = fixture.clock.instant().plus(Duration.ofMinutes(59));
        String cookies = PoolFixture.cookies(
                "alice",
                TestToken.access("alice", expiry)
                        .with(
                                "cognito:groups",
                                Json.createArrayBuilder(List.of("admins", "**")).build())
                        .signed(),
                TestToken.id("alice", expiry).signed());
        LoginContext container = new LoginContext(true, false);

        AuthenticationStatus status = validate(page("/account").with("Cookie", cookies), container);

        assertThat(status).isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(container.getCallerPrincipal())
                .isInstanceOfSatisfying(
                        AmplifyPrincipal.class, user -> assertThat(user.name()).isEqualTo("alice"));
        assertThat(container.getGroups()).containsExactly("admins");
    }

    @Test
    void aGuestMaySeeWhatIsNotConstrained() {
        ContainerExchange exchange = page("/");

        assertThat(validate(exchange, new LoginContext(false, false))).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertThat(exchange.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true", "true, true"})
    void aGuestIsSentToSignInWhereTheContainerWantsAUser(boolean isProtected, boolean isAsked) {
        ContainerExchange exchange = page("/account?a=b").with("Accept", PAGE);

        assertThat(validate(exchange, new LoginContext(isProtected, isAsked)))
                .isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.status()).isEqualTo(302);
        assertThat(exchange.headers("Location")).containsExactly("/sign-in?returnTo=%2Faccount%3Fa%3Db");
        assertThat(exchange.headers("Cache-Control")).containsExactly("private, no-store");
    }

    @Test
    void aScriptOfAGuestIsRefused() {
        ContainerExchange exchange = page("/account").with("Accept", "application/json");

        assertThat(validate(exchange, new LoginContext(true, false))).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.status()).isEqualTo(401);
        assertThat(exchange.headers("Content-Type")).containsExactly("application/problem+json");
        assertThat(exchange.body()).contains("UserUnAuthenticatedException");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("X-09")
    void whoCannotBeCheckedIsNoGuest(boolean isProtected) {
        fixture.jwksDown = true;
        ContainerExchange exchange = page("/account").with("Cookie", fixture.signedIn("alice"));
        LoginContext container = new LoginContext(isProtected, false);

        assertThat(validate(exchange, container)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
        assertThat(exchange.status()).isEqualTo(503);
        assertThat(exchange.headers("Retry-After")).hasSize(1);
        assertThat(exchange.response().isCommitted()).isTrue();
        assertThat(container.getCallerPrincipal()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/sign-out", "/api/auth", "/sign-in"})
    void theWayInIsHeldUpByNothing(String path) {
        fixture.jwksDown = true;
        ContainerExchange exchange = page(path).with("Cookie", fixture.signedIn("alice"));

        assertThat(validate(exchange, new LoginContext(true, false))).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertThat(exchange.status()).isEqualTo(200);
    }

    @Test
    @Tag("R-08")
    void whatAnotherSiteCausesIsRefusedBeforeTheSessionIsRead() {
        fixture.jwksDown = true;
        ContainerExchange exchange = new ContainerExchange("POST", "/account")
                .with("Origin", "https://evil.example")
                .with("Cookie", fixture.signedIn("alice"));

        assertThat(validate(exchange, new LoginContext(false, false))).isEqualTo(AuthenticationStatus.SEND_FAILURE);
        assertThat(exchange.status()).isEqualTo(403);
    }

    private static ContainerExchange page(String uri) {
        return new ContainerExchange("GET", uri);
    }

    private AuthenticationStatus validate(ContainerExchange exchange, LoginContext container) {
        session.open(exchange.request());
        return new AmplifyAuthenticationMechanism(session.runner(), new Binding(fixture.clock), routes)
                .validateRequest(exchange.request(), exchange.response(), container);
    }

    /** What {@code wiring} has for each request. */
    private static final class Binding implements ExchangeBinding {

        private final InstantSource clock;
        private @Nullable Exchange bound;

        Binding(InstantSource clock) {
            this.clock = clock;
        }

        @Override
        public void bindIfAbsent(Function<InstantSource, Exchange> exchange) {
            bound = bound == null ? exchange.apply(clock) : bound;
        }

        @Override
        public AmplifyRequest request() {
            return exchange().request();
        }

        @Override
        public Exchange exchange() {
            return Objects.requireNonNull(bound);
        }
    }
}
