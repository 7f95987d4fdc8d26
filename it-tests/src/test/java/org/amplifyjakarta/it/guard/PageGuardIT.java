package org.amplifyjakarta.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.amplifyjakarta.it.guard.pages.GuardedServlet;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings;
import org.amplifyjakarta.it.localaws.Settings.Fail;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guarded servlets and pages, and what the request tells of its user. */
@ExtendWith(ArquillianExtension.class)
class PageGuardIT {

    private static final LocalAws AWS = LocalAws.start(0);
    private static final String HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive pages() {
        Map<String, String> configuration = LocalConfiguration.of(AWS);
        configuration.put("amplify.guard.protect", "/account/**,/exact");
        return Deployments.libraries(PageGuardIT.class.getSimpleName(), configuration)
                .addPackage(GuardedServlet.class.getPackage())
                .addAsWebResource(new File("src/test/resources/guard/user.xhtml"), "user.xhtml")
                .setWebXML(new File("src/test/resources/guard/web.xml"));
    }

    @BeforeEach
    void reset() {
        AWS.change(settings -> Settings.DEFAULTS);
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "account/me", "account/", "account/page.html", "exact"})
    void whoIsSignedInSeesIt(String path) throws Exception {
        String user = "Cookie: " + BrowserCookies.of(AWS.signIn("demo")).header();

        assertThat(RawHttp.send(base, "GET", base.getPath() + path, user)).contains(GuardedServlet.CONTENT);
        assertThat(RawHttp.status(RawHttp.send(base, "GET", base.getPath() + path)))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account",
                "account/",
                "/account/me",
                "account//me",
                "./account/me",
                "x/../account/me",
                "account/./me",
                "account/x/../me",
                "account/me/",
                "account/me//",
                "account;x",
                "account;x/me",
                "account;x=y/me;z",
                "account/me;jsessionid=1",
                "account/me%2f",
                "account/me%2F..",
                "account%2fme",
                "account%2Fme",
                "account/%2e/me",
                "x/%2e%2e/account/me",
                "x/%2E%2E/account/me",
                "account%5cme",
                "account\\me",
                "account/%6de",
                "%61ccount/me",
                "account/me%00",
                "account%00",
                "account%00/me",
                "account/me%3bx",
                "account%3bx/me",
                "account/me.html",
                "account/page.html",
                "account/page.html;x",
                "account/page.html/",
                "account//page.html",
                "account/page%2ehtml",
                "account/page.html%00",
                "x/../account/page.html",
                "account;x/page.html",
                "account/x;y/../page.html",
                "ACCOUNT/ME",
                "Account",
                "account/me%252f",
                "account%252fme",
                "account%20/me",
                "account/me?x=/sign-in",
                "account/me#x",
                "x/..;/account/me",
                "account/..;/account/me",
                "account/.;/me",
                ";/account/me",
                ";x/account/me",
                "%2e/account/me",
                "//account/me",
                "account\\",
                "account%5c",
                "account%2f",
                "account%255cme",
                "%2561ccount/me",
                "sign-in/..;/account/me",
                "sign-in/../account/me",
                "sign-in;/../account/me",
                "sign-in%2f..%2faccount/me",
                "sign-in/..%2faccount/me",
                "sign-in\\..\\account\\me",
                "account/../sign-in/../account/me",
                "account..;/me",
                "account.html",
                "exact",
                "exact/",
                "exact//",
                "/exact",
                "./exact",
                "x/../exact",
                "exact/.",
                "exact/x/..",
                "exact;x",
                "exact;jsessionid=1",
                "exact%2f",
                "exact%5c",
                "exact\\",
                "%65xact",
                "exact%00",
                "exact%3bx",
                "exact.html",
                "EXACT",
                "exact%252f",
                "exact?/sign-in",
                "x/%2e%2e/exact",
                "x/..;/exact",
                "exact/%2e"
            })
    @Tag("R-01")
    void noSpellingOfAPathGetsAround(String path) throws Exception {
        for (String accept : new String[] {"application/json", HTML}) {
            String answer = RawHttp.send(base, "GET", base.getPath() + path, "Accept: " + accept);

            assertThat(answer).doesNotContain(GuardedServlet.CONTENT);
            assertThat(RawHttp.status(answer)).isBetween(200, 499);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-middleware-subrequest: middleware:middleware:middleware",
                "X-Original-URL: /sign-in",
                "X-Rewrite-URL: /sign-in",
                "X-Forwarded-Prefix: /sign-in",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https",
                "X-Forwarded-For: 127.0.0.1",
                "X-HTTP-Method-Override: OPTIONS"
            })
    @Tag("R-02")
    void noHeaderOfAFrameworkGetsAround(String header) throws Exception {
        for (String path : new String[] {"account/me", "account/page.html", "exact"}) {
            String script = RawHttp.send(base, "GET", base.getPath() + path, header);
            String page = RawHttp.send(base, "GET", base.getPath() + path, header, "Accept: " + HTML);

            assertThat(RawHttp.status(script)).isEqualTo(401);
            assertThat(RawHttp.status(page)).isEqualTo(302);
            assertThat(page)
                    .contains("Location: " + base.getPath() + "sign-in?returnTo=")
                    .doesNotContain("evil.example", "https:");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "TRACE", "POST", "PUT", "get", "Get", "FOO"})
    @Tag("R-03")
    void everyMethodIsGuardedAlike(String method) throws Exception {
        for (String path : new String[] {"account/me", "account/page.html", "exact"}) {
            String answer = RawHttp.send(
                    base,
                    method,
                    base.getPath() + path,
                    "Content-Length: 0",
                    "Origin: https://evil.example",
                    "Access-Control-Request-Method: GET");

            assertThat(RawHttp.status(answer)).isBetween(400, 499);
            assertThat(answer).doesNotContain(GuardedServlet.CONTENT, "Access-Control-Allow", "Allow:");
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, true, 302", "HEAD, true, 302", "POST, true, 303", "POST, false, 401", "PUT, true, 401"})
    void aGuestWhoGoesToAPageOrSendsAFormIsSentToSignIn(String method, boolean navigates, int status) throws Exception {
        SampleClient client = new SampleClient(base);
        var request = client.request("account/me?a=b")
                .header("Accept", navigates ? HTML : "*/*")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, method.startsWith("P") ? BodyPublishers.ofString("c=d") : BodyPublishers.noBody());
        if (navigates) {
            request.header("Sec-Fetch-Mode", "navigate");
        }

        HttpResponse<String> answer = client.send(request, BrowserCookies.ofGuest());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .isEqualTo(
                        status == 401
                                ? ""
                                : base.getPath() + "sign-in?returnTo=" + encoded(base.getPath() + "account/me?a=b"));
    }

    @Test
    void aScriptOfFacesTakesThePageOfAGuestToSignIn() throws Exception {
        SampleClient client = new SampleClient(base);

        HttpResponse<String> answer = client.send(
                client.request("account/me")
                        .header("Accept", "*/*")
                        .header("Sec-Fetch-Mode", "cors")
                        .header("Faces-Request", "partial/ajax")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("a=b")),
                BrowserCookies.ofGuest());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        assertThat(answer.body())
                .endsWith("<partial-response><redirect url=\"" + base.getPath() + "sign-in?returnTo="
                        + encoded(base.getPath() + "account/me") + "\"/></partial-response>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "later", "failing", "authenticated"})
    void theRequestTellsItsUser(String path) throws Exception {
        SampleClient client = new SampleClient(base);

        assertThat(client.get(path, BrowserCookies.of(AWS.signIn("demo"))).body())
                .isEqualTo("demo AMPLIFY AmplifyPrincipal false false");
        assertThat(client.get(path, BrowserCookies.of(AWS.signIn("admin"))).body())
                .isEqualTo("admin AMPLIFY AmplifyPrincipal true false");
        if (!path.equals("authenticated")) {
            assertThat(client.get(path, BrowserCookies.ofGuest()).body()).isEqualTo("null null null false false");
        }
    }

    @Test
    void expressionsOfPagesKnowTheUser() throws Exception {
        SampleClient client = new SampleClient(base);

        assertThat(client.navigate("user.xhtml", BrowserCookies.of(AWS.signIn("admin")))
                        .body())
                .contains("admin: true, true, admin<");
        assertThat(client.navigate("user.xhtml", BrowserCookies.of(AWS.signIn("demo")))
                        .body())
                .contains("demo: false, false, demo<");
        assertThat(client.navigate("user.xhtml", BrowserCookies.ofGuest()).body())
                .contains(">: false, false, <");
    }

    @Test
    void whoMustBeAuthenticatedIsSentToSignIn() throws Exception {
        SampleClient client = new SampleClient(base);

        assertThat(client.navigate("authenticated", BrowserCookies.ofGuest())
                        .headers()
                        .firstValue("Location"))
                .hasValue(base.getPath() + "sign-in?returnTo=" + encoded(base.getPath() + "authenticated"));
        assertThat(client.get("authenticated", BrowserCookies.ofGuest()).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "authenticated", "later", "account/me"})
    @Tag("X-09")
    void whileTheUserIsNotKnownNobodyIsTakenForAGuest(String path) throws Exception {
        SampleClient client = new SampleClient(base);
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("demo", Duration.ofHours(2)));
        String before = browser.header();
        AWS.change(
                settings -> settings.withFail(new Fail("GetTokensFromRefreshToken", 500, "InternalErrorException", 9)));

        HttpResponse<String> answer = client.get(path, browser);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(browser.header()).isEqualTo(before);
    }

    @Test
    @Tag("C-23")
    void whoAsksTheRequestHasTheSessionRefreshed() throws Exception {
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("demo", Duration.ofHours(2)));
        String old = browser.value(".accessToken");

        assertThat(new SampleClient(base).get("user", browser).body()).startsWith("demo ");
        assertThat(browser.value(".accessToken")).isNotEqualTo(old);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
