package org.amplifyjakarta.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.amplifyjakarta.it.guard.mechanism.CallerServlet;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings;
import org.amplifyjakarta.it.localaws.Settings.Fail;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.Deployments;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.SampleClient;
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

/** Jakarta Security knows the user: constraints of the container, {@code SecurityContext}. */
@ExtendWith(ArquillianExtension.class)
class MechanismIT {

    private static final LocalAws AWS = LocalAws.start(0);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive constrained() {
        Map<String, String> configuration = LocalConfiguration.of(AWS);
        configuration.put("amplify.guard.mechanism", "true");
        configuration.put("amplify.app-origin", ServerAddress.origin());
        return Deployments.libraries(MechanismIT.class.getSimpleName(), configuration)
                .addPackage(CallerServlet.class.getPackage())
                .addAsWebInfResource(new File("src/test/resources/guard/jboss-web.xml"), "jboss-web.xml");
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
    @CsvSource({"admins, 401, 403, 200", "any, 401, 200, 200", "caller, 200, 200, 200", "authenticated, 401, 200, 200"})
    @Tag("R-06")
    void constraintsOfTheContainerKnowTheGroups(String path, int guest, int demo, int admin) throws Exception {
        SampleClient client = new SampleClient(base);

        assertThat(client.get(path, BrowserCookies.ofGuest()).statusCode()).isEqualTo(guest);
        assertThat(client.get(path, BrowserCookies.of(AWS.signIn("demo"))).statusCode())
                .isEqualTo(demo);
        assertThat(client.get(path, BrowserCookies.of(AWS.signIn("admin"))).statusCode())
                .isEqualTo(admin);
    }

    @Test
    void jakartaSecurityAndTheRequestTellTheSame() throws Exception {
        SampleClient client = new SampleClient(base);

        assertThat(client.get("caller", BrowserCookies.ofGuest()).body()).isEqualTo("nobody false null false 0");
        assertThat(client.get("caller", BrowserCookies.of(AWS.signIn("demo"))).body())
                .isEqualTo("demo false demo false 1");
        assertThat(client.get("caller", BrowserCookies.of(AWS.signIn("admin"))).body())
                .isEqualTo("admin true admin true 1");
    }

    @Test
    void nobodyIsRememberedByTheServer() throws Exception {
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("admin"));
        HttpResponse<String> answer = new SampleClient(base).get("admins", browser);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(new SampleClient(base)
                        .get("admins", BrowserCookies.ofGuest())
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admins", "any", "authenticated"})
    void aGuestWhoGoesToAPageIsSentToSignIn(String path) throws Exception {
        HttpResponse<String> answer = new SampleClient(base).navigate(path, BrowserCookies.ofGuest());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .startsWith(base.getPath() + "sign-in?returnTo=")
                .endsWith("%2F" + path);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).startsWith("private, no-store");
    }

    @Test
    @Tag("C-23")
    void tokensAreRefreshedBeforeTheAnswerBegins() throws Exception {
        AWS.change(settings -> settings.withRotation(true));
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("admin", Duration.ofHours(2)));
        String old = browser.value(".refreshToken");

        HttpResponse<String> answer = new SampleClient(base).get("admins", browser);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(browser.value(".refreshToken")).isNotEqualTo(old);
        assertThat(answer.headers().allValues("Set-Cookie").stream().map(line -> line.split("=")[0]))
                .doesNotHaveDuplicates();
        assertThat(new SampleClient(base).get("admins", browser).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admins", "any", "caller", "authenticated"})
    @Tag("X-09")
    void whileTheUserIsNotKnownNobodyIsTakenForAGuest(String path) throws Exception {
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("admin", Duration.ofHours(2)));
        String before = browser.header();
        AWS.change(
                settings -> settings.withFail(new Fail("GetTokensFromRefreshToken", 500, "InternalErrorException", 9)));

        HttpResponse<String> answer = new SampleClient(base).get(path, browser);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(browser.header()).isEqualTo(before);
    }

    @Test
    @Tag("R-08")
    void whatAnotherSiteCausesUsesUpNoRefreshToken() throws Exception {
        SampleClient client = new SampleClient(base);
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("admin", Duration.ofHours(2)));
        AWS.forgetCalls();

        HttpResponse<String> answer = client.send(
                client.request("admins")
                        .header("Origin", "https://evil.example")
                        .POST(BodyPublishers.ofString("a=b")),
                browser);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(AWS.calls()).doesNotContainKey("GetTokensFromRefreshToken");
    }

    @Test
    void theSignInRoutesAreOpen() throws Exception {
        HttpResponse<String> answer = new SampleClient(base).navigate("api/auth/sign-in", BrowserCookies.ofGuest());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("/oauth2/authorize");
    }
}
