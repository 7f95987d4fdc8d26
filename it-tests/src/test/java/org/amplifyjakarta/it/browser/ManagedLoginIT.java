package org.amplifyjakarta.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in without a script, in a browser that has one all the same and must not see the tokens. */
@ExtendWith(ArquillianExtension.class)
class ManagedLoginIT {

    private static final LocalAws AWS = LocalAws.start(0);
    private static final String PATH = "/" + ManagedLoginIT.class.getSimpleName();
    private static final String BASE = ServerAddress.origin() + PATH + "/";

    @Deployment(testable = false)
    static WebArchive sample() {
        Map<String, String> properties = LocalConfiguration.of(AWS);
        properties.putAll(LocalConfiguration.routes(AWS, ServerAddress.origin(), PATH));
        return Deployments.sample(ManagedLoginIT.class, properties);
    }

    @BeforeEach
    void settle() {
        AWS.change(settings -> Settings.DEFAULTS);
        AWS.forgetCalls();
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @Test
    void whoAskedForAPageArrivesThereSignedIn() throws Exception {
        try (Browser browser = Browser.orSkip()) {
            browser.open(BASE + "account");
            browser.click("#managed-sign-in");
            browser.type("username", "demo");
            browser.type("password", "Passw0rd!");
            browser.click("button");

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
            browser.type("username", "demo");
            browser.type("password", "Passw0rd!");
            browser.click("button");
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
    void theServerRefreshesWhatNoScriptSees() throws Exception {
        try (Browser browser = Browser.orSkip()) {
            // tokens so short-lived that the server must refresh them
            AWS.change(settings -> settings.withAccessTokenSeconds(4));
            browser.open(BASE + "api/auth/sign-in");
            browser.type("username", "demo");
            browser.type("password", "Passw0rd!");
            browser.click("button");
            browser.awaitText("user", "Signed in as demo");
            AWS.change(settings -> settings.withAccessTokenSeconds(3600));
            AWS.forgetCalls();

            browser.open(BASE + "account");

            assertThat(browser.text("username")).isEqualTo("demo");
            assertThat(AWS.calls()).containsEntry("GetTokensFromRefreshToken", 1);
            assertThat(browser.cookies()).doesNotContain("Cognito");
        }
    }

    @Test
    void aSocialProviderSignsIn() throws Exception {
        try (Browser browser = Browser.orSkip()) {
            browser.open(BASE + "sign-in");
            browser.click("#authenticator a[href*='Google']");
            browser.type("name", "Grace");
            browser.click("button");

            browser.awaitText("user", text -> text.startsWith("Signed in as google_"));
            assertThat(browser.address()).isEqualTo(BASE);
        }
    }

    @Test
    void somebodyNewSignsUp() throws Exception {
        try (Browser browser = Browser.orSkip()) {
            browser.open(BASE + "sign-in");
            browser.click("#managed-sign-up");
            browser.type("username", "newcomer");
            browser.type("email", "newcomer@example.com");
            browser.type("password", "Passw0rd!");
            browser.click("button");

            browser.awaitText("user", "Signed in as newcomer");
        }
    }
}
