package org.amplifyjakarta.it.guard;

import static org.amplifyjakarta.it.support.SampleClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.amplifyjakarta.it.guard.resources.GuardedApplication;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.Deployments;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.RawHttp;
import org.amplifyjakarta.it.support.SampleClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Annotations, path patterns, origins and tokens in headers. */
@ExtendWith(ArquillianExtension.class)
class GuardIT {

    private static final LocalAws AWS = LocalAws.start(0);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive guarded() {
        Map<String, String> configuration = LocalConfiguration.of(AWS);
        configuration.put("amplify.guard.protect", "/account/**,/api/plain,/private/*");
        configuration.put("amplify.guard.bearer", "true");
        configuration.put("amplify.csrf.allowed-origins", "https://partner.example");
        return Deployments.sample(GuardIT.class, configuration).addPackage(GuardedApplication.class.getPackage());
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, open, 200, 200, 200",
        "GET, open/permit, 200, 200, 200",
        "GET, open/any-role, 401, 403, 403",
        "GET, open/twice, 401, 403, 200",
        "GET, class, 401, 403, 200",
        "GET, class/permit, 200, 200, 200",
        "GET, class/deny, 403, 403, 403",
        "GET, inheriting/inherited, 200, 200, 200",
        "GET, inheriting/inherited-admins, 401, 403, 200",
        "GET, inheriting/overridden, 401, 403, 200",
        "GET, interface/method, 200, 200, 200",
        "PUT, generic, 401, 403, 200",
        "GET, locator/all, 200, 200, 200",
        "GET, locator/all/own, 401, 403, 200",
        "GET, locator/admins, 401, 403, 200"
    })
    @Tag("R-06")
    void annotationsRuleAsJakartaSays(String method, String path, int guest, int user, int admin) throws Exception {
        assertThat(status(method, path, BrowserCookies.ofGuest())).as("guest").isEqualTo(guest);
        assertThat(status(method, path, BrowserCookies.of(AWS.signIn("demo"))))
                .as("user")
                .isEqualTo(user);
        assertThat(status(method, path, BrowserCookies.of(AWS.signIn("admin"))))
                .as("admin")
                .isEqualTo(admin);
    }

    /** Open Liberty checks the class's annotation itself, and knows nothing of ours on the method. */
    @Test
    @Tag("R-06")
    void anAnnotationOfOursOpensAClassOfTheirsUnlessTheServerChecksItself() throws Exception {
        boolean serverChecks = "liberty".equals(System.getProperty("arquillian.launch"));

        assertThat(status("GET", "class/signed-in", BrowserCookies.of(AWS.signIn("demo"))))
                .isEqualTo(serverChecks ? 403 : 200);
        assertThat(status("GET", "class/signed-in", BrowserCookies.of(AWS.signIn("admin"))))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/plain",
                "/api/plain",
                "api//plain",
                "./api/plain",
                "x/../api/plain",
                "api/./plain",
                "api/x/../plain",
                "api/plain/",
                "api/plain//",
                "api/plain;jsessionid=1",
                "api;x/plain",
                "api;x=y/plain;z",
                "api/plain%2f",
                "api/plain%2F..",
                "api%2fplain",
                "api/%2e/plain",
                "x/%2e%2e/api/plain",
                "api%5cplain",
                "api/%70lain",
                "api/plain%00",
                "api/plain%3bx",
                "api/plain.html",
                "API/PLAIN",
                "api/plain%252f",
                "api/plain?x=/sign-in",
                "api/plain#x"
            })
    @Tag("R-01")
    void noSpellingOfAPathGetsAround(String path) throws Exception {
        String answer = RawHttp.send(base, "GET", base.getPath() + path, "Accept: application/json");

        assertThat(answer).doesNotContain("\"message\":\"ok\"");
        assertThat(RawHttp.status(answer)).isBetween(300, 499);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-middleware-subrequest: middleware:middleware:middleware",
                "X-Original-URL: /sign-in",
                "X-Rewrite-URL: /sign-in",
                "X-Forwarded-Prefix: /sign-in",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-For: 127.0.0.1",
                "X-HTTP-Method-Override: OPTIONS"
            })
    @Tag("R-02")
    void noHeaderOfAFrameworkGetsAround(String header) throws Exception {
        for (String path : new String[] {"api/plain", "api/me", "guards/class"}) {
            String answer = RawHttp.send(base, "GET", base.getPath() + path, header);

            assertThat(RawHttp.status(answer)).isEqualTo(401);
            assertThat(answer).doesNotContain("evil.example");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "TRACE", "get", "FOO", "POST"})
    @Tag("R-03")
    void everyMethodIsGuardedAlike(String method) throws Exception {
        String byPath = RawHttp.send(base, method, base.getPath() + "api/plain", "Content-Length: 0");
        String byAnnotation = RawHttp.send(base, method, base.getPath() + "guards/class", "Content-Length: 0");

        assertThat(RawHttp.status(byPath)).isBetween(400, 599);
        assertThat(byPath + byAnnotation).doesNotContain("reached", "\"message\":\"ok\"", "Access-Control-Allow");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, 403",
                "null, -, 403",
                "https://evil.example, -, 403",
                "https://evil.example, same-origin, 403",
                "own, cross-site, 403",
                "-, none, 403",
                "own, -, 200",
                "own, same-origin, 200",
                "-, same-origin, 200",
                "https://partner.example, cross-site, 200"
            })
    @Tag("R-08")
    void whatAnotherSiteCausesIsRefusedBeforeTheSessionIsTouched(String origin, String site, int status)
            throws Exception {
        SampleClient client = new SampleClient(base);
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("demo", Duration.ofHours(2)));
        int before = AWS.calls().getOrDefault("GetTokensFromRefreshToken", 0);
        var request = client.request("api/echo")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        if (origin != null) {
            String own = "http://" + base.getHost() + ":" + base.getPort();
            request.header("Origin", origin.equals("own") ? own : origin);
        }
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }

        HttpResponse<String> answer = client.send(request, browser);

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 403) {
            assertThat(json(answer).getString("error")).isEqualTo("CrossSiteRequestException");
            assertThat(AWS.calls().getOrDefault("GetTokensFromRefreshToken", 0)).isEqualTo(before);
        }
    }

    @Test
    @Tag("R-10")
    void aTokenInTheHeaderCountsAndCookiesBesideItDoNot() throws Exception {
        SampleClient client = new SampleClient(base);
        BrowserCookies admin = BrowserCookies.of(AWS.signIn("admin"));
        String bearer = "Bearer " + AWS.signIn("demo").accessToken();

        assertThat(json(client.send(client.request("api/session").header("Authorization", bearer), admin))
                        .getString("username"))
                .isEqualTo("demo");
        assertThat(client.send(client.request("api/admin").header("Authorization", bearer), admin)
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.send(client.request("api/me").header("Authorization", "Bearer x.y.z"), admin)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aRefusedGuestIsToldTheScheme() throws Exception {
        SampleClient client = new SampleClient(base);

        assertThat(client.send(client.request("api/me"), BrowserCookies.ofGuest())
                        .headers()
                        .allValues("WWW-Authenticate"))
                .containsExactly("Bearer");
        assertThat(client.send(
                                client.request("api/me").header("Authorization", "Bearer x.y.z"),
                                BrowserCookies.ofGuest())
                        .headers()
                        .allValues("WWW-Authenticate"))
                .containsExactly("Bearer error=\"invalid_token\"");
    }

    @Test
    @Tag("R-05")
    void identityDoesNotStayOnAConnectionNorInASmuggledRequest() throws Exception {
        String path = base.getPath() + "api/session";
        String demo = "Cookie: " + BrowserCookies.of(AWS.signIn("demo")).header();
        String admin = "Cookie: " + BrowserCookies.of(AWS.signIn("admin")).header();
        String smuggled = "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";

        String answers = RawHttp.exchange(
                base,
                RawHttp.request(base, "GET", path, demo),
                RawHttp.request(base, "GET", path),
                RawHttp.request(base, "GET", path, admin),
                RawHttp.request(
                                base,
                                "POST",
                                path,
                                demo,
                                "Content-Length: " + (smuggled.length() + 5),
                                "Transfer-Encoding: chunked",
                                "Connection: close")
                        + "0\r\n\r\n" + smuggled);

        assertThat(answers.split("\"username\":", -1)).hasSizeBetween(4, 5);
        assertThat(answers)
                .containsSubsequence(
                        "\"username\":\"demo\"", "\"username\":null", "\"username\":\"admin\"", "HTTP/1.1 4");
        assertThat(answers.substring(answers.indexOf("HTTP/1.1 4"))).doesNotContain("demo", "admin");
    }

    @Test
    @Tag("R-10")
    void anIdTokenIsNoBearerToken() throws Exception {
        SampleClient client = new SampleClient(base);
        String bearer = "Bearer " + AWS.signIn("demo").idToken();

        assertThat(client.send(client.request("api/me").header("Authorization", bearer), BrowserCookies.ofGuest())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @Tag("R-12")
    void aTokenInTheQueryIsNoToken() throws Exception {
        SampleClient client = new SampleClient(base);
        String token = AWS.signIn("demo").accessToken();

        for (String name : new String[] {"access_token", "token", "accessToken"}) {
            assertThat(client.get("api/me?" + name + "=" + token, BrowserCookies.ofGuest())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    @Tag("R-16")
    void refusalsAndFailuresTellNothing() throws Exception {
        SampleClient client = new SampleClient(base);
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("demo"));
        String token = browser.value(".accessToken");

        for (String path : new String[] {"guards/class", "guards/user/failure", "api/admin"}) {
            assertThat(client.get(path, browser).body())
                    .doesNotContain(token, "eyJ", "org.amplifyjakarta.token", "kid");
        }
    }

    @Test
    void theSecurityContextKnowsTheUser() throws Exception {
        SampleClient client = new SampleClient(base);

        assertThat(client.get("guards/user", BrowserCookies.ofGuest()).body()).isEqualTo("nobody");
        assertThat(client.get("guards/user", BrowserCookies.of(AWS.signIn("demo")))
                        .body())
                .isEqualTo("demo");
        assertThat(client.get("guards/user", BrowserCookies.of(AWS.signIn("admin")))
                        .body())
                .isEqualTo("admin admin");
    }

    @Test
    void cookieParametersGoOnWorking() throws Exception {
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("demo"));

        assertThat(new SampleClient(base).get("guards/user/cookie", browser).body())
                .isEqualTo("demo");
    }

    @ParameterizedTest
    @CsvSource({"redirect, 302", "failure, 500", "streaming, 200", "cacheable, 200"})
    @Tag("C-23")
    void refreshedCookiesGoWithEveryKindOfAnswer(String path, int status) throws Exception {
        AWS.change(settings -> Settings.DEFAULTS.withRotation(true));
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("demo", Duration.ofHours(2)));
        String old = browser.value(".refreshToken");

        HttpResponse<String> answer = new SampleClient(base).get("guards/user/" + path, browser);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(browser.value(".refreshToken")).isNotEqualTo(old);
        assertThat(answer.headers().allValues("Set-Cookie").stream().map(line -> line.split("=")[0]))
                .doesNotHaveDuplicates();
        // Open Liberty adds no-cache=set-cookie
        assertThat(answer.headers().allValues("Cache-Control"))
                .singleElement()
                .asString()
                .startsWith(path.equals("cacheable") ? "private, max-age=60" : "private, no-store");
    }

    private int status(String method, String path, BrowserCookies browser) throws Exception {
        SampleClient client = new SampleClient(base);
        var request = client.request("guards/" + path).header("Sec-Fetch-Site", "same-origin");
        if (method.equals("PUT")) {
            request.header("Content-Type", "text/plain").PUT(BodyPublishers.ofString("x"));
        }
        return client.send(request, browser).statusCode();
    }
}
