package org.amplifyjakarta.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.UnaryOperator;
import org.amplifyjakarta.config.CookieConfig.SameSite;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesConfigTest {

    @Test
    void thereAreNoneWithoutAnOriginOrManagedLogin() {
        ConfigBuilder withoutOrigin = pool().auth(auth -> auth.oauth(oauth -> oauth.domain("d.example")));
        ConfigBuilder withoutDomain = pool().set(ConfigKey.APP_ORIGIN, "https://app.com");

        assertThat(withoutOrigin.build().web().routes()).isNull();
        assertThat(withoutDomain.build().web().routes()).isNull();
    }

    @Test
    void defaultsAreThoseOfAmplify() {
        RoutesConfig routes = routes(config -> config);

        assertThat(routes.path()).isEqualTo("/api/auth");
        assertThat(routes.scopes()).containsExactly("openid");
        assertThat(routes.managedLogin()).hasToString("https://d.example");
        assertThat(routes.redirectSignIn()).isNull();
        assertThat(routes.signInComplete()).isEqualTo("/");
        assertThat(routes.cookie().sameSite()).isEqualTo(SameSite.STRICT);
        assertThat(routes.cookie().httpOnly()).isTrue();
        assertThat(routes.cookie().secure()).isTrue();
        assertThat(routes.flowCookie().sameSite()).isEqualTo(SameSite.LAX);
        assertThat(routes.flowCookie().maxAge()).hasMinutes(5);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null, true", "true, true", "false, false"},
            nullValues = "null")
    void sessionsAreKeptFromScriptsUnlessToldOtherwise(@Nullable String httpOnly, boolean kept) {
        ConfigBuilder config = pool().auth(auth -> auth.oauth(oauth -> oauth.domain("d.example")))
                .set(ConfigKey.APP_ORIGIN, "https://app.com");

        AmplifyConfig.Web web = (httpOnly == null ? config : config.set(ConfigKey.COOKIE_HTTP_ONLY, httpOnly))
                .build()
                .web();

        assertThat(web.cookie().httpOnly()).isEqualTo(kept);
        assertThat(web.cookie().equals(requireNonNull(web.routes()).cookie())).isEqualTo(kept);
    }

    @Test
    @Tag("S-12")
    void tokensInAddressesAreAFault() {
        assertThat(faults(config -> config.set(ConfigKey.OAUTH_RESPONSE_TYPE, "token")))
                .extracting(ConfigFault::key)
                .containsExactly("amplify.auth.oauth.response-type");
    }

    /** A browser alone may go on with them. */
    @Test
    void withoutRoutesTheyAreNone() {
        AmplifyConfig config = pool().auth(auth -> auth.oauth(oauth -> oauth.domain("d.example")))
                .set(ConfigKey.OAUTH_RESPONSE_TYPE, "token")
                .build();

        assertThat(config.web().routes()).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("O-02")
    void anAddressIsOfTheOriginWhollyAndNotByHowItBegins(boolean evilFirst) {
        String evil = "https://app.com.evil.org/api/auth/sign-in-callback";
        String in = "https://app.com/posts/api/auth/sign-in-callback";
        String out = "https://app.com/posts/api/auth/sign-out-callback";
        String page = "https://app.com/account";
        List<String> addresses = evilFirst ? List.of(evil, page, in, out) : List.of(out, in, page, evil);

        RoutesConfig routes = routes(config -> config.auth(
                auth -> auth.oauth(oauth -> oauth.redirectSignIn(addresses).redirectSignOut(addresses))));

        assertThat(routes.redirectSignIn()).hasToString(in);
        assertThat(routes.redirectSignOut()).hasToString(out);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.com.evil.org/",
                "https://app.com@evil.org/",
                "https://user@app.com/",
                "http://app.com/",
                "https://app.com:444/",
                "https://app.comx/",
                "https:/app.com/",
                "//app.com/",
                "app.com",
                "myapp://callback",
                "not an address"
            })
    @Tag("O-02")
    void aListWithoutAnAddressOfTheOriginIsAFault(String address) {
        assertThat(faults(config -> config.auth(auth -> auth.oauth(oauth -> oauth.redirectSignIn(List.of(address))))))
                .extracting(ConfigFault::key)
                .containsExactly("amplify.auth.oauth.redirect-sign-in");
    }

    /** Those are Amplify JS's in the browser; the routes have their own. */
    @ParameterizedTest
    @ValueSource(
            strings = {"https://app.com/", "https://app.com/account", "https://app.com/api/auth/sign-in-callback/"})
    void addressesOfPagesLeaveTheRoutesTheirOwn(String page) {
        RoutesConfig routes =
                routes(config -> config.auth(auth -> auth.oauth(oauth -> oauth.redirectSignIn(List.of(page)))));

        assertThat(routes.redirectSignIn()).isNull();
    }

    @Test
    void sessionsOfOnePathAreNoneOfTheRoutes() {
        assertThat(faults(config -> config.set(ConfigKey.COOKIE_PATH, "/app")))
                .extracting(ConfigFault::key)
                .containsExactly("amplify.cookie.path");
    }

    @Test
    void cookiesThatGoEverywhereNeedHttps() {
        assertThat(faults(config -> config.set(ConfigKey.APP_ORIGIN, "http://localhost:8080")
                        .set(ConfigKey.COOKIE_SAME_SITE, "None")
                        .set(ConfigKey.COOKIE_SECURE, "true")))
                .extracting(ConfigFault::key)
                .containsExactly("amplify.cookie.same-site");
    }

    @Test
    void theStandardPortIsTheSameOrigin() {
        RoutesConfig routes = routes(config -> config.auth(auth ->
                auth.oauth(oauth -> oauth.redirectSignIn(List.of("https://APP.com:443/api/auth/sign-in-callback")))));

        assertThat(routes.redirectSignIn()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost.evil.com",
                "http://127.1",
                "http://127.0.0.1.evil.com",
                "http://0x7f000001",
                "http://[::1",
                "http://app.com",
                "https://app.com/",
                "https://app.com,https://other.com",
                "https://user@app.com",
                "https://*.app.com",
                "app.com",
                "null"
            })
    @Tag("O-03")
    void whatIsNoSafeOriginIsAFault(String origin) {
        assertThat(faults(config -> config.set(ConfigKey.APP_ORIGIN, origin)))
                .extracting(ConfigFault::key)
                .containsOnly("amplify.app-origin");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, false",
        "http://127.0.0.1:8080, false",
        "http://[::1]:8080, false",
        "https://localhost, true",
        "https://app.com:8443, true"
    })
    @Tag("O-03")
    void onlyOnThisMachineCookiesGoWithoutTls(String origin, boolean secure) {
        RoutesConfig routes = routes(config -> config.set(ConfigKey.APP_ORIGIN, origin));

        assertThat(routes.origin()).hasToString(origin);
        assertThat(routes.cookie().secure()).isEqualTo(secure);
        assertThat(routes.flowCookie().secure()).isEqualTo(secure);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "//",
                "api/auth",
                "/api//auth",
                "//evil.example",
                "/api/../auth",
                "/api/./auth",
                "/api/auth/..",
                "/api/a%75th",
                "/api/auth;x",
                "/api/auth?x",
                "/api/auth#x",
                "/api/auth/*",
                "/api\\auth",
                "/api/{x}",
                "/a b"
            })
    void aPathThatNoRequestHasOrEachOneIsAFault(String path) {
        assertThat(faults(config -> config.set(ConfigKey.ROUTES_PATH, path)))
                .extracting(ConfigFault::key)
                .containsExactly("amplify.auth.routes.path");
    }

    @ParameterizedTest
    @CsvSource({"/auth, /auth", "/auth/, /auth", "/a/b.c/~d, /a/b.c/~d", "/.well-known/auth, /.well-known/auth"})
    void anyOtherPathIsOne(String path, String read) {
        assertThat(routes(config -> config.set(ConfigKey.ROUTES_PATH, path)).path())
                .isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "/a//b",
                "/a/../../b",
                "/%2fevil",
                "/%5cevil",
                "/a%0d%0ab",
                "/%2e%2e/a",
                "/a?b",
                "account",
                "javascript:alert(1)"
            })
    @Tag("O-01")
    void aTargetThatIsNotLocalIsAFault(String target) {
        assertThat(faults(config -> config.set(ConfigKey.ROUTES_SIGN_IN_COMPLETE, target)
                        .set(ConfigKey.ROUTES_SIGN_OUT_COMPLETE, target)))
                .extracting(ConfigFault::key)
                .containsExactlyInAnyOrder(
                        "amplify.auth.routes.redirect-on-sign-in-complete",
                        "amplify.auth.routes.redirect-on-sign-out-complete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/account", "/a/b/", "/caf%C3%A9", "/a%20b"})
    void aLocalTargetStaysAsItIs(String target) {
        assertThat(routes(config -> config.set(ConfigKey.ROUTES_SIGN_IN_COMPLETE, target))
                        .signInComplete())
                .isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://d.example", "d.example/x", "d.example:99999999", "d example", "d.example\"", "@d"})
    void aDomainThatIsNoneIsAFaultAndNoFailure(String domain) {
        assertThat(faults(config -> config.auth(auth -> auth.oauth(oauth -> oauth.domain(domain)))))
                .extracting(ConfigFault::key)
                .containsExactly("amplify.auth.oauth.domain");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:9229, http://localhost:9229",
        "127.0.0.1:9229, http://127.0.0.1:9229",
        "localhost.evil.com, https://localhost.evil.com",
        "d.example:8443, https://d.example:8443"
    })
    @Tag("O-03")
    void managedLoginIsAskedByTlsUnlessItIsOnThisMachine(String domain, String address) {
        assertThat(routes(config -> config.auth(auth -> auth.oauth(oauth -> oauth.domain(domain))))
                        .managedLogin())
                .hasToString(address);
    }

    private static ConfigBuilder pool() {
        return AmplifyConfig.builder()
                .auth(auth -> auth.userPoolId("eu-west-1_x").userPoolClientId("c"));
    }

    private static ConfigBuilder withRoutes() {
        return pool().auth(auth -> auth.oauth(oauth -> oauth.domain("d.example")))
                .set(ConfigKey.APP_ORIGIN, "https://app.com");
    }

    private static RoutesConfig routes(UnaryOperator<ConfigBuilder> changes) {
        return requireNonNull(changes.apply(withRoutes()).build().web().routes());
    }

    private static List<ConfigFault> faults(UnaryOperator<ConfigBuilder> changes) {
        return catchThrowableOfType(ConfigurationException.class, () -> changes.apply(withRoutes())
                        .build())
                .faults();
    }
}
