package org.amplifyjakarta.wiring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.authentication.AmplifyAuthentication;
import org.amplifyjakarta.authentication.NextStep;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.ConfigKey;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.amplifyjakarta.session.AmplifyAuth;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.session.AmplifyServerRunner;
import org.amplifyjakarta.token.PoolFixture;
import org.amplifyjakarta.token.SessionEvent;
import org.amplifyjakarta.token.TestToken;
import org.amplifyjakarta.token.TokenProvider;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The beans in a container of their own, and sessions outside a request. */
class ServerContextTest {

    /** What an application has. */
    @ApplicationScoped
    static class Application {

        @Produces
        InstantSource clock() {
            return () -> PoolFixture.START;
        }
    }

    /** What it may have besides. */
    @ApplicationScoped
    static class OwnConfiguration {

        private static final KeyServer KEYS = keys();

        @Produces
        @Singleton
        AmplifyConfig config() {
            return AmplifyConfig.builder()
                    .auth(auth -> auth.userPoolId("eu-west-1_Test00001")
                            .userPoolClientId(TestToken.CLIENT)
                            .userPoolEndpoint(KEYS.uri())
                            .jwksUri(KEYS.uri()))
                    .set(ConfigKey.TOKEN_REFRESH_GRACE, "PT0S")
                    .build();
        }

        private static KeyServer keys() {
            try {
                return new KeyServer();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One whose own storage is down. */
    @ApplicationScoped
    static class Auditor {

        static final AtomicInteger TOLD = new AtomicInteger();

        void audit(@Observes SessionEvent event) {
            TOLD.incrementAndGet();
            throw new IllegalStateException("audit");
        }
    }

    private final WeldContainer container = start(OwnConfiguration.class, Auditor.class);
    private final AmplifyServerRunner runner =
            container.select(AmplifyServerRunner.class).get();
    private final AmplifyAuth auth = container.select(AmplifyAuth.class).get();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        threads.shutdownNow();
        if (container.isRunning()) {
            container.shutdown();
        }
    }

    @Test
    void whatIsInjectedBelongsToTheSessionThatIsRun() {
        String alice =
                runner.run(cookies("alice"), context -> auth.getCurrentUser().username());
        String bob = runner.run(
                cookies("bob"),
                context -> runner.run(
                                cookies("alice"), inner -> auth.getCurrentUser().username())
                        + auth.getCurrentUser().username());
        boolean signedIn =
                runner.runAsGuest(context -> auth.fetchAuthSession().tokens().isPresent());

        assertThat(alice).isEqualTo("alice");
        assertThat(bob).isEqualTo("alicebob");
        assertThat(signedIn).isFalse();
    }

    @Test
    void requestScopedBeansAreThereInARun() {
        TokenProvider tokens = container.select(TokenProvider.class).get();

        String user = runner.run(
                cookies("alice"),
                context -> tokens.tokens().orElseThrow().accessToken().username());

        assertThat(user).isEqualTo("alice");
    }

    @Test
    void anObserverThatThrowsDisturbsNobody() {
        int before = Auditor.TOLD.get();

        boolean signedIn = runner.run(
                InMemoryCookieStorage.ofHeader(PoolFixture.cookies("alice", "no token", "none")),
                context -> auth.fetchAuthSession().tokens().isPresent());

        assertThat(signedIn).isFalse();
        assertThat(Auditor.TOLD.get()).isGreaterThan(before);
    }

    @Test
    void signingInIsInjectedAndBelongsToTheSessionThatIsRun() {
        AmplifyAuthentication authentication =
                container.select(AmplifyAuthentication.class).get();
        InMemoryCookieStorage alices = cookies("alice");

        Optional<NextStep> pending = runner.run(alices, context -> authentication.pending());
        Optional<String> after = runner.run(alices, context -> {
            authentication.signOut();
            return auth.fetchAuthSession().userSub();
        });

        assertThat(pending).isEmpty();
        assertThat(after).isEmpty();
        assertThat(alices.setCookies()).isNotEmpty().allMatch(cookie -> cookie.value() == null);
        assertThatExceptionOfType(AmplifyException.class)
                .isThrownBy(authentication::pending)
                .satisfies(e -> assertThat(e.name()).isEqualTo("AmplifyServerContextError"));
    }

    /** An application's own. */
    @ApplicationScoped
    static class OwnAuthentication {

        static final AmplifyAuthentication OWN = (AmplifyAuthentication) Proxy.newProxyInstance(
                ServerContextTest.class.getClassLoader(),
                new Class<?>[] {AmplifyAuthentication.class},
                (proxy, method, arguments) -> Optional.of(new NextStep.Done()));

        @Produces
        @Singleton
        AmplifyAuthentication authentication() {
            return OWN;
        }
    }

    @Test
    void anApplicationMaySignInItsOwnWay() {
        try (WeldContainer other = start(OwnConfiguration.class, OwnAuthentication.class)) {
            assertThat(other.select(AmplifyAuthentication.class).get().pending())
                    .hasValue(new NextStep.Done());
        }
    }

    @Test
    void aSessionThatWasCarriedAwayNeitherBeginsNorEnds() {
        AmplifyAuthentication authentication =
                container.select(AmplifyAuthentication.class).get();
        Runnable carried = runner.run(cookies("alice"), context -> runner.carry((Runnable) authentication::signOut));

        assertThatExceptionOfType(AmplifyException.class)
                .isThrownBy(carried::run)
                .satisfies(e -> assertThat(e.name()).isEqualTo("AmplifyServerContextError"));
    }

    @Test
    void outsideOfARequestAndARunThereIsNoSession() {
        assertThatExceptionOfType(AmplifyException.class)
                .isThrownBy(auth::getCurrentUser)
                .satisfies(e -> assertThat(e.name()).isEqualTo("AmplifyServerContextError"));
    }

    @Test
    @Tag("X-02")
    void aContextThatEscapedThrowsAfterItsEnd() {
        AtomicReference<AmplifyContext> escaped = new AtomicReference<>();
        AtomicReference<AmplifyAuth> captured = new AtomicReference<>();
        runner.run(cookies("alice"), context -> {
            escaped.set(context);
            captured.set(context.auth());
            return context.auth().getCurrentUser();
        });

        assertThatExceptionOfType(AmplifyException.class)
                .isThrownBy(() -> requireNonNull(escaped.get()).auth())
                .satisfies(e -> assertThat(e.name()).isEqualTo("AmplifyServerContextError"));
        assertThatExceptionOfType(AmplifyException.class)
                .isThrownBy(() -> runner.run(cookies("bob"), context -> requireNonNull(captured.get())
                        .getCurrentUser()))
                .satisfies(e -> assertThat(e.name()).isEqualTo("AmplifyServerContextError"));
    }

    @Test
    @Tag("X-03")
    void aThreadKeepsNothingAfterAFailure() throws Exception {
        Future<Object> failed = threads.submit(() -> runner.run(cookies("alice"), context -> {
            throw new IllegalArgumentException("the application's own");
        }));
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(failed::get)
                .withCauseInstanceOf(IllegalArgumentException.class);

        for (int i = 0; i < 4; i++) {
            Future<Object> after = threads.submit(() -> (Object) auth.getCurrentUser());
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(after::get)
                    .withCauseInstanceOf(AmplifyException.class);
        }
    }

    @Test
    void aSessionIsCarriedToOtherThreads() throws Exception {
        Callable<String> task = runner.run(
                cookies("alice"),
                context -> runner.carry(() -> auth.getCurrentUser().username()));

        List<Future<String>> users = new ArrayList<>();
        users.add(threads.submit(task));
        users.add(threads.submit(task));

        for (Future<String> user : users) {
            assertThat(user.get()).isEqualTo("alice");
        }
        assertThatExceptionOfType(AmplifyException.class).isThrownBy(auth::getCurrentUser);
    }

    @Test
    void withoutAUserPoolTheFirstUseSaysSo() {
        try (WeldContainer bare = start(Application.class)) {
            AmplifyServerRunner own = bare.select(AmplifyServerRunner.class).get();
            AmplifyAuth unconfigured = bare.select(AmplifyAuth.class).get();

            assertThatExceptionOfType(AmplifyException.class)
                    .isThrownBy(() -> own.runAsGuest(context -> unconfigured.fetchAuthSession()))
                    .satisfies(e -> assertThat(e.name()).isEqualTo("AuthUserPoolException"));
        }
    }

    @Test
    @Tag("X-08")
    void theEndOfAnApplicationLeavesNoThread() {
        runner.run(cookies("alice"), context -> auth.getCurrentUser());

        container.shutdown();

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("amplify-"))
                .noneMatch(Thread::isAlive);
    }

    private static WeldContainer start(Class<?>... application) {
        return new Weld()
                .disableDiscovery()
                .addBeanClasses(AmplifyRuntime.class, RequestBinding.class, Application.class)
                .addBeanClasses(application)
                .initialize();
    }

    private static InMemoryCookieStorage cookies(String user) {
        return InMemoryCookieStorage.ofHeader(
                PoolFixture.cookies(user, PoolFixture.START.plus(Duration.ofMinutes(30))));
    }
}
