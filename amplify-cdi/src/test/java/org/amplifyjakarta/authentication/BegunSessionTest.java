package org.amplifyjakarta.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.cognito.AuthAnswer;
import org.amplifyjakarta.cognito.CognitoFailures;
import org.amplifyjakarta.cognito.RefreshAnswer;
import org.amplifyjakarta.cognito.ScriptedAuthenticationClient.Call;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.ConfigBuilder;
import org.amplifyjakarta.config.ConfigKey;
import org.amplifyjakarta.config.SessionConfig.Mode;
import org.amplifyjakarta.cookie.SetCookie;
import org.amplifyjakarta.token.CommittedCookies;
import org.amplifyjakarta.token.PoolFixture;
import org.amplifyjakarta.token.SessionEvent;
import org.amplifyjakarta.token.TestToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of cookies when a password begins a session, and when it ends. */
class BegunSessionTest {

    private static final String PREFIX = "CognitoIdentityServiceProvider." + TestToken.CLIENT + ".";

    @Test
    @Tag("C-15")
    void whatOthersPlantedIsReplaced() {
        try (Scene scene = new Scene()) {
            scene.next(scene.pool.signedIn("mallory") + "; " + PREFIX + "alice.deviceKey=d; other=stays");

            scene.signIn();

            scene.next();
            assertThat(scene.header()).contains("other=stays").doesNotContain("mallory", "deviceKey");
            assertThat(scene.context().auth().getCurrentUser().username()).isEqualTo("alice");
        }
    }

    @Test
    void besideTheRoutesAReadableSessionIsTheBrowsersAndHasNoMarkOfTheServers() {
        try (Scene scene =
                new Scene(withRoutes().set(ConfigKey.COOKIE_HTTP_ONLY, "false").build())) {
            scene.signIn();

            assertThat(scene.cookies.setCookies())
                    .extracting(SetCookie::name)
                    .contains(PREFIX + "alice.clockDrift", PREFIX + "alice.signInDetails")
                    .noneMatch(name -> name.startsWith("com.amplify"));
            assertThat(scene.cookies.setCookies())
                    .noneMatch(cookie -> cookie.line().contains("HttpOnly"));
        }
    }

    @Test
    void besideTheRoutesASessionIsKeptFromScripts() {
        try (Scene scene = new Scene(withRoutes().build())) {
            scene.signIn();

            assertThat(scene.cookies.setCookies()).hasSize(5).allMatch(cookie -> cookie.line()
                    .endsWith("; Secure; HttpOnly; SameSite=Strict"));
        }
    }

    static Stream<AmplifyConfig> enclosed() {
        return Stream.of(
                withRoutes()
                        .set(ConfigKey.SESSION_MODE, "encrypted")
                        .set(ConfigKey.SESSION_KEYS, "k:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
                        .build(),
                withRoutes().set(ConfigKey.SESSION_MODE, "stored").build());
    }

    @ParameterizedTest
    @MethodSource("enclosed")
    void anEnclosedSessionBeginsAndEnds(AmplifyConfig config) {
        try (Scene scene = new Scene(config)) {
            scene.next(scene.pool.signedIn("mallory"));
            scene.cognito.answers("RevokeToken", call -> "");

            scene.signIn();

            assertThat(scene.context().auth().getCurrentUser().username()).isEqualTo("alice");
            scene.next();
            assertThat(scene.header()).doesNotContain("CognitoIdentity").contains("amplify.session");
            assertThat(scene.context().auth().getCurrentUser().username()).isEqualTo("alice");
            String before = scene.header();
            scene.authentication().signOut();
            assertThat(scene.context().tokens().tokens()).isEmpty();
            assertThat(scene.cognito.last()).isEqualTo(new Call("RevokeToken", Map.of("token", "refresh-of-alice")));
            scene.next();
            assertThat(scene.header()).isEmpty();
            scene.next(before);
            if (config.web().session().mode() == Mode.STORED) {
                assertThat(scene.context().tokens().tokens())
                        .as("it is gone from the store")
                        .isEmpty();
            }
        }
    }

    @Test
    void aSessionOfThisVeryRequestCanBeRefreshedReplacedAndEnded() {
        try (Scene scene = new Scene()) {
            scene.pool.refreshes(request -> new RefreshAnswer(
                    TestToken.access("alice", scene.clock.instant().plusSeconds(7200))
                            .signed(),
                    TestToken.id("alice", scene.clock.instant().plusSeconds(7200))
                            .signed(),
                    "rotated"));
            scene.cognito.answers("RevokeToken", call -> "");
            scene.signIn();
            assertThat(scene.context().tokens().tokens(true)).isPresent();
            scene.provedAnswers(scene.tokens("alice2"));
            scene.signIn();
            assertThat(scene.context().auth().getCurrentUser().username()).isEqualTo("alice2");

            scene.authentication().signOut();

            assertThat(scene.context().tokens().tokens()).isEmpty();
            assertThat(scene.cognito.last().parameters()).containsValue("refresh-of-alice2");
            assertThat(scene.header()).isEmpty();
        }
    }

    @Test
    void whereATokenCameInAHeaderTheNewSessionCountsOnceItIsThere() {
        try (Scene scene = new Scene(
                PoolFixture.config().set(ConfigKey.GUARD_BEARER, "true").build())) {
            scene.bearer(TestToken.access("bob", scene.clock.instant().plusSeconds(60))
                    .signed());
            assertThat(scene.context().auth().getCurrentUser().username()).isEqualTo("bob");

            scene.signIn();

            assertThat(scene.context().auth().getCurrentUser().username()).isEqualTo("alice");
        }
    }

    @Test
    void onceTheAnswerIsCommittedCognitoIsNotAsked() {
        try (Scene scene = new Scene()) {
            scene.next(scene.pool.signedIn("bob"));
            scene.cookiesAre(CommittedCookies::new);
            AmplifyAuthentication authentication = scene.authentication();
            List<Runnable> calls = List.of(
                    scene::signIn,
                    () -> scene.confirm("1"),
                    authentication::cancel,
                    authentication::signOut,
                    () -> authentication.signUp("u", Secret.of("p"), Map.of()),
                    () -> authentication.resetPassword("u"));

            for (Runnable call : calls) {
                assertThat(catchThrowableOfType(AmplifyException.class, call::run)
                                .name())
                        .isEqualTo("AmplifyServerContextError");
            }

            assertThat(scene.cognito.calls()).isEmpty();
            assertThat(scene.context().auth().getCurrentUser().username()).isEqualTo("bob");
        }
    }

    private record Foreign(String what, AuthAnswer answer) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Foreign> foreign() {
        TestToken access = TestToken.access("alice", PoolFixture.START.plusSeconds(3600));
        TestToken id = TestToken.id("alice", PoolFixture.START.plusSeconds(3600));
        return Stream.of(
                foreign("no access token", null, id.signed()),
                foreign("no id token", access.signed(), null),
                foreign(
                        "another user's id token",
                        access.signed(),
                        id.with("sub", "x").signed()),
                foreign(
                        "another client's id token",
                        access.signed(),
                        id.with("aud", "x").signed()),
                foreign(
                        "another client's access token",
                        access.with("client_id", "x").signed(),
                        id.signed()),
                foreign("another pool's access token", access.with("iss", "x").signed(), id.signed()),
                foreign("no user's name", access.without("username").signed(), id.signed()));
    }

    private static Foreign foreign(String what, @Nullable String access, @Nullable String id) {
        return new Foreign(what, new AuthAnswer(null, Map.of(), null, new RefreshAnswer(access, id, "r")));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void tokensThatAreNotOursAreNotKept(Foreign foreign) {
        try (Scene scene = new Scene()) {
            scene.next(scene.pool.signedIn("bob"));
            scene.provedAnswers(foreign.answer());

            AmplifyException thrown = catchThrowableOfType(AmplifyException.class, scene::signIn);

            assertThat(thrown.name()).isEqualTo("SignInException");
            assertThat(scene.cookies.setCookies()).isEmpty();
            assertThat(scene.events).containsExactly(new SessionEvent.SignInFailed("SignInException"));
            assertThat(scene.context().auth().getCurrentUser().username()).isEqualTo("bob");
        }
    }

    @Test
    void aTokenThatIsNotRevokedDoesNotKeepAnybodySignedIn() {
        try (Scene scene = new Scene()) {
            scene.next(scene.pool.signedIn("alice"));
            scene.cognito.answers("RevokeToken", call -> {
                throw CognitoFailures.network();
            });

            scene.authentication().signOut();

            assertThat(scene.events).containsExactly(new SessionEvent.SignedOut("sub-of-alice", false));
            scene.next();
            assertThat(scene.header()).isEmpty();
        }
    }

    @Test
    void aRefreshTokenWithoutASessionIsToldOf() {
        try (Scene scene = new Scene()) {
            scene.next(PREFIX + "LastAuthUser=u; " + PREFIX + "u.refreshToken=r");

            scene.authentication().signOut();

            assertThat(scene.events).containsExactly(new SessionEvent.NotRevoked());
            scene.next();
            assertThat(scene.header()).isEmpty();
        }
    }

    @Test
    void aGuestWhoSignsOutIsAGuest() {
        try (Scene scene = new Scene()) {
            scene.authentication().signOut();

            assertThat(scene.events).isEmpty();
            assertThat(scene.cookies.setCookies()).isEmpty();
        }
    }

    private static ConfigBuilder withRoutes() {
        return PoolFixture.config()
                .auth(auth -> auth.oauth(oauth -> oauth.domain("login.example.com")))
                .set(ConfigKey.APP_ORIGIN, "https://app.example.com");
    }
}
