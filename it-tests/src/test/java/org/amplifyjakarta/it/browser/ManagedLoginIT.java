package org.amplifyjakarta.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings;
import org.amplifyjakarta.it.support.Browser;
import org.amplifyjakarta.it.support.Deployments;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.ServerAddress;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in without a script, in a browser that has one all the same and must not see the tokens. */
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init") // what is set before all tests
class ManagedLoginIT {

    private static final LocalAws AWS = LocalAws.start(0);
    private static final String PATH = "/" + ManagedLoginIT.class.getSimpleName();
    private static final String BASE = ServerAddress.origin() + PATH + "/";

    private static Browser browser;

    @Deployment(testable = false)
    static WebArchive sample() {
        Map<String, String> properties = LocalConfiguration.of(AWS);
        properties.putAll(LocalConfiguration.routes(AWS, ServerAddress.origin(), PATH));
        return Deployments.sample(ManagedLoginIT.class, properties)
                .addAsWebResource("faces/scripts/managed.xhtml", "managed.xhtml");
    }

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.orSkip();
    }

    @BeforeEach
    void settle() {
        browser.forgetCookies();
        AWS.change(settings -> Settings.DEFAULTS);
        AWS.forgetCalls();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        AWS.close();
    }

    @Test
    void whoAskedForAPageArrivesThereSignedIn() {
        browser.open(BASE + "account");
        browser.click("#managed-sign-in");
        signIn(browser);

        browser.awaitText("username", "demo");
        assertThat(browser.address()).isEqualTo(BASE + "account");
        assertThat(browser.cookies()).doesNotContain("Cognito");
        assertThat(browser.keptCookies())
                .filteredOn(cookie -> cookie.startsWith("Cognito"))
                .hasSize(4)
                .allMatch(cookie -> cookie.endsWith("; HttpOnly; SameSite=Strict"));

        browser.open(BASE);
        browser.awaitText("user", "Signed in as demo");
        browser.click("#sign-out");
        browser.awaitText("user", "Nobody is signed in.");
        assertThat(browser.address()).isEqualTo(BASE);
        assertThat(browser.keptCookies()).noneMatch(cookie -> cookie.startsWith("Cognito"));
        assertThat(AWS.calls()).containsEntry("token", 1).containsEntry("revoke", 1);
    }

    /** Not what the browser kept of a page, though it keeps pages: the first part of the test shows that. */
    @Test
    @Tag("S-15")
    void theBackButtonShowsNothingOfWhoSignedOut() throws Exception {
        try (Browser browser = Browser.orSkip()) {
            browser.open(BASE + "assets/posts.css");
            browser.run("window.kept = true");
            browser.open(BASE + "account");
            browser.back();
            assertThat(browser.run("return window.kept")).isEqualTo(true);

            browser.open(BASE + "account");
            browser.click("#managed-sign-in");
            signIn(browser);
            browser.awaitText("username", "demo");
            browser.run("window.kept = true");
            browser.click("#sign-out");
            browser.awaitText("user", "Nobody is signed in.");

            browser.back();

            assertThat(browser.address()).startsWith(BASE + "sign-in?returnTo=");
            assertThat(browser.text("user")).isEqualTo("Nobody is signed in.");
            assertThat(browser.run("return window.kept")).isNull();
        }
    }

    @Test
    void anAuthenticatorLeftToManagedLoginLeadsThereAndBack() {
        browser.open(BASE + "managed/7?a=b");
        assertThat(browser.shows("#content")).isFalse();
        assertThat(browser.shows("#authenticator input")).isFalse();
        browser.click("#authenticator a[href*='/sign-in']");
        signIn(browser);

        browser.awaitText("content", "7 for demo");
        assertThat(browser.address()).isEqualTo(BASE + "managed/7?a=b");
        assertThat(browser.shows("#authenticator")).isFalse();
    }

    @Test
    void theServerRefreshesWhatNoScriptSees() {
        // tokens so short-lived that the server must refresh them
        AWS.change(settings -> settings.withAccessTokenSeconds(4));
        browser.open(BASE + "api/auth/sign-in");
        signIn(browser);
        browser.awaitText("user", "Signed in as demo");
        AWS.change(settings -> settings.withAccessTokenSeconds(3600));
        AWS.forgetCalls();

        browser.open(BASE + "account");

        assertThat(browser.text("username")).isEqualTo("demo");
        assertThat(AWS.calls()).containsEntry("GetTokensFromRefreshToken", 1);
        assertThat(browser.cookies()).doesNotContain("Cognito");
    }

    @Test
    void aSocialProviderSignsIn() {
        browser.open(BASE + "sign-in");
        browser.click("#authenticator a[href*='Google']");
        browser.type("name", "Grace");
        browser.click("button");

        browser.awaitText("user", text -> text.startsWith("Signed in as google_"));
        assertThat(browser.address()).isEqualTo(BASE);
    }

    @Test
    void somebodyNewSignsUp() {
        browser.open(BASE + "sign-in");
        browser.click("#managed-sign-up");
        browser.type("username", "newcomer");
        browser.type("email", "newcomer@example.com");
        browser.type("password", "Passw0rd!");
        browser.click("button");

        browser.awaitText("user", "Signed in as newcomer");
    }

    /** At managed login. */
    private static void signIn(Browser browser) {
        browser.type("username", "demo");
        browser.type("password", "Passw0rd!");
        browser.click("button");
    }
}
