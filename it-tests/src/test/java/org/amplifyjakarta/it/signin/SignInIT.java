package org.amplifyjakarta.it.signin;

import static org.amplifyjakarta.it.support.SampleClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions in Amplify's cookies. */
class SignInIT extends SignInAttacksSuite {

    private static final String PREFIX = "CognitoIdentityServiceProvider.localclient000000000000001.";
    private static final LocalAws AWS = LocalAws.start(0);

    SignInIT() {
        super(AWS, "CognitoIdentityServiceProvider");
    }

    @Deployment(testable = false)
    static WebArchive sample() {
        return SignInSite.deployment(SignInIT.class, AWS);
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @Test
    void theCookiesOfASessionAreAmplifysAndNotForScripts() throws Exception {
        List<String> lines = SignInSite.kept(site().signIn("bob+test@example.com", BrowserCookies.ofGuest()));

        String user = PREFIX + "bob+test%40example.com.";
        assertThat(lines)
                .extracting(line -> line.split("=")[0])
                .filteredOn(name -> !name.startsWith("com.amplify.server_auth.session."))
                .containsExactly(
                        PREFIX + "LastAuthUser", user + "accessToken", user + "idToken", user + "refreshToken");
        assertThat(lines)
                .allMatch(line -> attributes(line).equals("Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict"))
                .noneMatch(line -> line.contains("undefined") || line.contains("=;"));
    }

    /** As with Amplify's own adapter: where the server signs in, it keeps what it writes from scripts. */
    @Test
    void aSessionOfTheBrowsersIsKeptFromScriptsOnceItIsRefreshed() throws Exception {
        BrowserCookies cookies = BrowserCookies.of(AWS.signIn("demo"));

        HttpResponse<String> answer = site().get("api/session?forceRefresh=true", cookies);

        assertThat(answer.headers().allValues("Set-Cookie")).isNotEmpty().allMatch(line -> line.contains("HttpOnly"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LastAuthUser", ".refreshToken", ".accessToken", ".idToken"})
    @Tag("S-14")
    void aSessionInPartsIsSignedOutToo(String missing) throws Exception {
        site().signIn("bob+test@example.com", browser);
        BrowserCookies part = BrowserCookies.ofGuest();
        for (String pair : browser.header().split("; ")) {
            if (!pair.split("=")[0].endsWith(missing)) {
                part.take(List.of(pair));
            }
        }

        HttpResponse<String> answer = site().get(SignInSite.SIGN_OUT, part);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(part.header()).doesNotContain(session);
    }

    @Test
    @Tag("C-15")
    void cookiesThatWerePlantedAreReplaced() throws Exception {
        String callback = site().callback("demo", site().begin(browser));
        for (String planted : new String[] {"admin", "bob+test@example.com"}) {
            browser.take(List.of(BrowserCookies.of(AWS.signIn(planted)).header().split("; ")));
        }
        browser.with(PREFIX + "demo.clockDrift", "-1").with(PREFIX + "admin.deviceKey", "x");

        site().get(callback, browser);

        assertThat(browser.header().split("; "))
                .extracting(pair -> pair.split("=")[0])
                .filteredOn(name -> !name.startsWith("com.amplify.server_auth.session."))
                .containsExactlyInAnyOrder(
                        PREFIX + "LastAuthUser",
                        PREFIX + "demo.accessToken",
                        PREFIX + "demo.idToken",
                        PREFIX + "demo.refreshToken");
        assertThat(json(site().get("api/me", browser)).getString("username")).isEqualTo("demo");
    }

    @Test
    @Tag("C-16")
    void tokensTooLargeForACookieAreAClearErrorAndNothingIsStored() throws Exception {
        assertIsTooLarge(3_000);
    }
}
