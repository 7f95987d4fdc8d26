package org.amplifyjakarta.it.signin;

import static org.amplifyjakarta.it.signin.SignInSite.query;
import static org.amplifyjakarta.it.support.SampleClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.RawHttp;
import org.amplifyjakarta.it.support.ServerAddress;
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

/** Other sites: what they may cause, and that nobody is led to them. */
@ExtendWith(ArquillianExtension.class)
class SignInBordersIT {

    private static final LocalAws AWS = LocalAws.start(0);
    private static final String HOME = "/SignInBordersIT/";

    private final BrowserCookies browser = BrowserCookies.ofGuest();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive sample() {
        return SignInSite.deployment(SignInBordersIT.class, AWS);
    }

    @BeforeEach
    void reset() {
        AWS.forgetCalls();
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "/\t/evil.example",
                "https:evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "data:text/html,x",
                "%2f%2fevil.example",
                "/%2fevil.example",
                "/a/..//evil.example",
                "//localhost@evil.example",
                "/a\r\nLocation: https://evil.example",
                "//évil.example",
                "/SignInBordersIT/api/auth/sign-in",
                "/SignInBordersIT/api/auth/sign-out",
                "/SignInBordersIT/api/auth",
                "/SignInBordersIT/api/auth;x=y/sign-out",
                "/SignInBordersIT/api/%61uth/sign-out",
                "/SignInBordersIT/api/./auth/sign-out",
                "/SignInBordersIT/x/../api/auth/sign-out",
                "/SignInBordersIT/x/%2e%2e/api/auth/sign-out?x",
                "/SignInBordersIT/api/auth/sign-out#x"
            })
    @Tag("O-01")
    void whereNobodyMayBeLedIsTheUsualTarget(String returnTo) throws Exception {
        String asked = SignInSite.SIGN_IN + "?returnTo=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8);
        URI authorize = URI.create(SignInSite.location(site().get(asked, browser)));

        HttpResponse<String> callback = site().get(site().callback("demo", authorize), browser);
        HttpResponse<String> again = site().get(asked, browser);

        assertThat(callback.body()).contains("URL=" + HOME + "\"").doesNotContain("evil", "alert");
        assertThat(SignInSite.location(again)).isEqualTo(HOME);
    }

    @Test
    @Tag("O-01")
    void tenKilobytesAreNoTarget() throws Exception {
        site().signIn("demo", browser);

        HttpResponse<String> answer = site().get(SignInSite.SIGN_IN + "?returnTo=/" + "a".repeat(6_000), browser);

        assertThat(SignInSite.location(answer)).isEqualTo(HOME);
    }

    @ParameterizedTest
    @CsvSource({
        "/SignInBordersIT/a'b(c)?x='%3Cscript%3E'&url=//evil, "
                + "/SignInBordersIT/a%27b(c)?x=%27%3Cscript%3E%27&amp;url=//evil",
        "/SignInBordersIT/?a=1;url=/b&quot;=c, /SignInBordersIT/?a=1;url=/b&amp;quot;=c"
    })
    @Tag("O-04")
    void theHandoverEscapesItsTargetAndMayDoNothing(String returnTo, String shown) throws Exception {
        String asked = SignInSite.SIGN_IN + "?returnTo=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8);
        URI authorize = URI.create(SignInSite.location(site().get(asked, browser)));

        HttpResponse<String> page = site().get(site().callback("demo", authorize), browser);

        assertThat(page.body())
                .contains("content=\"0; URL=" + shown + "\"", "href=\"" + shown + "\"")
                .doesNotContain("<script");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .isEqualToIgnoringCase("text/html;charset=UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, Sec-Fetch-Site, cross-site",
        "GET, Sec-Fetch-Site, same-site",
        "GET, Sec-Fetch-Site, nonsense",
        "GET, Sec-Fetch-Mode, no-cors",
        "GET, Sec-Fetch-Mode, cors",
        "GET, Sec-Purpose, prefetch",
        "GET, Sec-Purpose, prefetch;prerender",
        "GET, Purpose, prefetch",
        "POST, Origin, https://evil.example",
        "POST, Origin, null",
        "POST, Sec-Fetch-Site, cross-site",
        "POST, Sec-Fetch-Site, same-site",
        "POST, Sec-Fetch-Site, none",
        "POST, Accept, text/html"
    })
    @Tag("S-13")
    void whatAnotherSiteOrNobodyMeantSignsNobodyOut(String method, String header, String value) throws Exception {
        site().signIn("demo", browser);

        HttpResponse<String> answer = site().send(method, SignInSite.SIGN_OUT, browser, header, value);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).getString("error")).startsWith("CrossSiteRequest");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(site().me(browser)).isEqualTo(200);
        assertThat(AWS.calls()).doesNotContainKey("revoke");
    }

    /** As Amplify has it, for what sends no Fetch Metadata. */
    @Test
    @Tag("S-13")
    void aGetThatTellsNothingOfWhereItComesFromSignsOut() throws Exception {
        site().signIn("demo", browser);

        assertThat(site().get(SignInSite.SIGN_OUT, browser).statusCode()).isEqualTo(302);
        assertThat(site().me(browser)).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"none, navigate", "same-origin, navigate"})
    @Tag("S-13")
    void whoFollowsALinkOfTheSiteSignsOut(String site, String mode) throws Exception {
        site().signIn("demo", browser);

        HttpResponse<String> answer =
                site().get(SignInSite.SIGN_OUT, browser, "Sec-Fetch-Site", site, "Sec-Fetch-Mode", mode);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(site().me(browser)).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Port: 444",
                "X-Forwarded-Prefix: /evil.example",
                "Forwarded: host=evil.example;proto=https",
                "X-Original-URL: /evil.example"
            })
    @Tag("S-17")
    void theOriginIsTheConfiguredOneWhateverARequestSays(String header) throws Exception {
        for (String route : new String[] {SignInSite.SIGN_IN, SignInSite.SIGN_OUT}) {
            String answer = RawHttp.exchange(
                    base,
                    "GET " + base.getPath() + route + " HTTP/1.1\r\n"
                            + (header.startsWith("Host") ? "" : "Host: localhost:" + base.getPort() + "\r\n")
                            + header + "\r\nConnection: close\r\n\r\n");

            assertThat(RawHttp.status(answer)).isEqualTo(302);
            assertThat(answer).doesNotContain("evil.example", "%3A444", "Secure", "https");
            assertThat(answer).contains("_uri=" + URLEncoder.encode(ServerAddress.origin(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lang", "login_hint", "prompt", "resource", "provider"})
    @Tag("C-07")
    void noParameterReachesAHeaderUnencoded(String name) throws Exception {
        String value = "a\r\nSet-Cookie: x=y\u0000\u010d\u010a";
        String hostile = "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);

        HttpResponse<String> answer = site().get(SignInSite.SIGN_IN + hostile, browser);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(query(SignInSite.location(answer))).doesNotContainKeys(name, "identity_provider");
        assertThat(answer.headers().allValues("Set-Cookie")).hasSize(1);
    }

    private SignInSite site() {
        return new SignInSite(AWS, base);
    }
}
