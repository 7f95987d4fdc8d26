package org.amplifyjakarta.it.faces;

import static org.amplifyjakarta.it.faces.AuthenticatorFields.forgotPassword;
import static org.amplifyjakarta.it.faces.AuthenticatorFields.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.LocalUser;
import org.amplifyjakarta.it.localaws.PoolSettings.Mfa;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The authenticator against those who are no browser of its own page. */
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init") // what is set before each test
class AuthenticatorAttacksIT {

    private static final LocalAws AWS = LocalAws.start(0);
    private static final String PASSWORD = "Passw0rd!";

    @ArquillianResource
    private URL base;

    private BrowserCookies browser;
    private FacesClient client;

    @Deployment(testable = false)
    static WebArchive sample() {
        return Deployments.sample(AuthenticatorAttacksIT.class, LocalConfiguration.withStorage(AWS));
    }

    @BeforeEach
    void open() {
        AWS.change(settings -> Settings.DEFAULTS);
        AWS.forgetCalls();
        browser = BrowserCookies.ofGuest();
        client = new FacesClient(base, browser);
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @ParameterizedTest
    @Tag("S-21")
    @Tag("R-08")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -",
                "null, -",
                "https://evil.example, -",
                "https://evil.example, same-origin",
                "-, cross-site",
                "-, same-site",
                "-, none"
            })
    void nobodyIsSignedInByAnotherSitesForm(String origin, String site) throws Exception {
        HttpRequest.Builder request = new SampleClient(base)
                .request("sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(FacesPage.form(signIn("demo", PASSWORD))));
        if (origin != null) {
            request.header("Origin", origin);
        }
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }

        assertThat(client.send(request).statusCode()).isEqualTo(403);
        assertThat(browser.header()).doesNotContain("Cognito");
        assertThat(AWS.calls()).isEmpty();
    }

    @ParameterizedTest
    @Tag("S-21")
    @ValueSource(strings = {"", "no state", "-1:-1", "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwAA"})
    void nobodyIsSignedInWithAStateThatTheViewHasNot(String state) throws Exception {
        Map<String, String> fields = signIn("demo", PASSWORD);
        fields.put("jakarta.faces.ViewState", state);

        FacesPage page = client.post("sign-in", fields);

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.answer().headers().firstValue("Location"))
                .hasValue(base.getPath() + "sign-in?authenticator=expired");
        assertThat(browser.header()).doesNotContain("Cognito");
        assertThat(AWS.calls()).doesNotContainKey("InitiateAuth");
    }

    @Test
    @Tag("S-18")
    void whoDoesNotExistIsAnsweredAsAWrongPasswordIs() throws Exception {
        FacesPage known = client.post("sign-in", signIn("demo", "wrong"));
        FacesPage unknown = client.post("sign-in", signIn("demu", "wrong"));

        assertThat(known.html()).contains("The username or the password is wrong.");
        assertThat(unknown.html().replace("demu", "demo")).isEqualTo(known.html());
        assertThat(unknown.status()).isEqualTo(known.status());
    }

    @Test
    @Tag("S-18")
    void aForgottenPasswordTellsNobodyWhoExists() throws Exception {
        FacesPage known = client.post("sign-in", forgotPassword("admin"));
        BrowserCookies other = BrowserCookies.ofGuest();
        FacesPage unknown = new FacesClient(base, other).post("sign-in", forgotPassword("nobody"));

        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(302);
        assertThat(new FacesClient(base, other).get("sign-in").html()).contains("Set a new password");
        assertThat(client.get("sign-in").html()).contains("Set a new password");
    }

    @Test
    @Tag("S-18")
    void whoGuessesCodesIsToldToWait() throws Exception {
        AWS.add(LocalUser.of("gary", PASSWORD));
        client.post("sign-in", forgotPassword("gary"));
        Map<String, String> guess = AuthenticatorFields.of("resetPassword");
        guess.put("authenticator:password", "An0ther-Passw0rd!");
        guess.put("authenticator:confirmPassword", "An0ther-Passw0rd!");
        int status = 200;
        for (int i = 0; i < 20 && status == 200; i++) {
            guess.put("authenticator:code", String.format("%06d", i));
            status = client.post("sign-in", guess).status();
        }

        assertThat(status).isEqualTo(429);
    }

    @Test
    @Tag("S-22")
    void theKeyOfAnAppIsInNoCacheAndNoAddress() throws Exception {
        AWS.add(LocalUser.of("kim", PASSWORD));
        AWS.change(settings -> settings.withPool(pool -> pool.withMfa(Mfa.ON)));

        FacesPage sent = client.post("sign-in", signIn("kim", PASSWORD));
        assertThat(sent.answer().headers().firstValue("Location").orElse("")).doesNotContain("secret", "otpauth");
        FacesPage page = client.get("sign-in");

        assertThat(page.html()).contains("amplify-qr-code");
        assertThat(page.answer().headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
    }

    @ParameterizedTest
    @Tag("O-01")
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "%2f%2fevil.example"
            })
    void nobodyIsSentElsewhereAfterSigningIn(String target) throws Exception {
        FacesPage page = client.post("sign-in?returnTo=" + FacesPage.encoded(target), signIn("demo", PASSWORD));

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.answer().headers().firstValue("Location")).contains(base.getPath());
    }

    @ParameterizedTest
    @Tag("R-01")
    @ValueSource(
            strings = {
                "//evil.example/..;%s/sign-in",
                "/%s/..;%s/sign-in",
                "%s/;//evil.example/../sign-in",
                "%s//sign-in",
                "%s/sign-in;jsessionid=1",
                "%s/./sign-in"
            })
    void noSpellingOfThePageSendsItsFormElsewhere(String target) throws Exception {
        String context = base.getPath().substring(0, base.getPath().length() - 1);

        String answer = RawHttp.send(base, "GET", target.replace("%s", context), "Accept: text/html");

        assertThat(answer).doesNotContain("action=\"//", "href=\"//");
        if (RawHttp.status(answer) == 200) {
            assertThat(answer).contains("action=\"" + context + "/sign-in").doesNotContain("evil");
        }
    }

    @Test
    @Tag("C-15")
    void whatWasPlantedBeforeIsGoneAfter() throws Exception {
        // whole but for who it is: nobody's session yet, and admin's as soon as somebody named him
        BrowserCookies planted = BrowserCookies.of(AWS.signIn("admin"))
                .with("CognitoIdentityServiceProvider.localclient000000000000001.LastAuthUser", "nobody");

        new FacesClient(base, planted).post("sign-in", signIn("demo", PASSWORD));

        assertThat(planted.header()).doesNotContain("admin");
        assertThat(new FacesClient(base, planted).get("account").html()).contains("Signed in as demo");
    }

    @Test
    @Tag("R-08")
    void aGuestsPostOfTheContentsFormDoesNothing() throws Exception {
        Map<String, String> post = new LinkedHashMap<>();
        post.put("post", "post");
        // how MyFaces marks it
        post.put("post_SUBMIT", "1");
        post.put("post:title", "Planted");
        post.put("post:content", "x");
        post.put("post:publish", "Publish");
        post.put("jakarta.faces.ViewState", client.get("").viewState());

        FacesPage page = client.post("", post);
        assertThat(page.status()).isEqualTo(200);

        post.put("jakarta.faces.partial.ajax", "true");
        post.put("jakarta.faces.source", "post:publish");
        post.put("jakarta.faces.partial.execute", "post @all");
        post.put("jakarta.faces.partial.render", "post");
        FacesPage partial = client.post("", post);

        assertThat(partial.html()).doesNotContain("post:title");
        assertThat(AWS.calls()).containsOnlyKeys("graphql");
        assertThat(client.get("").html()).doesNotContain("Planted");
        FacesClient demo = new FacesClient(base, BrowserCookies.of(AWS.signIn("demo")));
        post.keySet().removeIf(name -> name.startsWith("jakarta.faces.") && !name.endsWith("ViewState"));
        assertThat(demo.post("", post).status())
                .as("the same of a user, who may")
                .isEqualTo(302);
    }

    @Test
    void aPendingStepIsNobodyElses() throws Exception {
        AWS.add(LocalUser.of("lea", PASSWORD));
        AWS.change(settings -> settings.withPool(pool -> pool.withMfa(Mfa.ON)));
        client.post("sign-in", signIn("lea", PASSWORD));

        FacesPage others = new FacesClient(base, BrowserCookies.ofGuest()).get("sign-in");

        assertThat(others.html()).doesNotContain("amplify-qr-code").contains("current-password");
    }
}
