package org.amplifyjakarta.it.signin;

import static org.amplifyjakarta.it.support.SampleClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.ServerAddress;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Routes elsewhere, for an app client with a secret, beside sessions that browsers begin. */
@ExtendWith(ArquillianExtension.class)
class SignInConfiguredIT {

    private static final LocalAws AWS = LocalAws.start(0);
    private static final String CONTEXT = "/SignInConfiguredIT";
    private static final String SECRET = "a-public-test-secret-of-the-local-aws-0000000000000";
    private static final String MARK = "com.amplify.server_auth.session";

    private final BrowserCookies browser = BrowserCookies.ofGuest();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive sample() {
        String callback = CONTEXT + "/login/sign-in-callback";
        Map<String, String> more = new LinkedHashMap<>();
        more.put("amplify.auth.user-pool-client-id", "localclientwithsecret00001");
        more.put("amplify.auth.user-pool-client-secret", SECRET);
        more.put(
                "amplify.auth.oauth.redirect-sign-in",
                ServerAddress.origin() + ".evil.example" + callback + "," + ServerAddress.origin() + callback);
        more.put("amplify.auth.routes.redirect-on-sign-in-complete", "/account");
        more.put("amplify.auth.routes.redirect-on-sign-out-complete", "/sign-in");
        more.put("amplify.cookie.http-only", "false");
        return SignInSite.deployment(SignInConfiguredIT.class, AWS, "/login", more);
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @Test
    @Tag("O-02")
    void theAddressOfTheOriginIsAskedFor() throws Exception {
        assertThat(SignInSite.query(begin().toString()))
                .containsEntry("redirect_uri", ServerAddress.origin() + CONTEXT + "/login/sign-in-callback");
    }

    @Test
    @Tag("O-09")
    void anAppClientWithASecretSignsInAndOut() throws Exception {
        HttpResponse<String> callback = signIn();

        assertThat(callback.body()).contains("URL=" + CONTEXT + "/account\"").doesNotContain(SECRET);
        assertThat(json(site().get("api/me", browser)).getString("username")).isEqualTo("demo");

        site().get("login/sign-out", browser);
        site().get("login/sign-out-callback", browser);
        HttpResponse<String> out = site().get("login/sign-out-callback", browser);

        assertThat(SignInSite.location(out)).isEqualTo(CONTEXT + "/sign-in");
        assertThat(AWS.calls()).containsEntry("revoke", 1);
        assertThat(browser.header()).isEmpty();
    }

    @Test
    void aSessionOfTheServersStaysClosedToScriptsWhenItIsRefreshed() throws Exception {
        signIn();

        HttpResponse<String> answer = site().get("api/session?forceRefresh=true", browser);

        assertThat(json(answer).getBoolean("signedIn")).isTrue();
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(line -> line.startsWith(MARK + "."))
                .allMatch(line -> line.contains("; HttpOnly; SameSite=Strict"));
    }

    @Test
    void aSessionOfTheBrowsersStaysOpenToThem() throws Exception {
        String cookies = BrowserCookies.of(AWS.signInWithSecret("demo", Duration.ZERO))
                .header()
                .replace("localclient000000000000001", "localclientwithsecret00001");
        browser.take(List.of(cookies.split("; ")));

        HttpResponse<String> answer = site().get("api/session?forceRefresh=true", browser);

        assertThat(json(answer).getBoolean("signedIn")).isTrue();
        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .noneMatch(line -> line.contains("HttpOnly") || line.startsWith(MARK));
    }

    @Test
    void whereTheRoutesWouldBeOtherwiseThereIsNothing() throws Exception {
        assertThat(site().get(SignInSite.SIGN_IN, browser).statusCode()).isEqualTo(404);
        assertThat(site().get("login", browser).statusCode()).isEqualTo(400);
    }

    private URI begin() throws Exception {
        return URI.create(SignInSite.location(site().get("login/sign-in", browser)));
    }

    private HttpResponse<String> signIn() throws Exception {
        URI callback = AWS.authorize("demo", begin().getRawQuery());
        return site().get("login/sign-in-callback?" + callback.getRawQuery(), browser);
    }

    private SignInSite site() {
        return new SignInSite(AWS, base);
    }
}
