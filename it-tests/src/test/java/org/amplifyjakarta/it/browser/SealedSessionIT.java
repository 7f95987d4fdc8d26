package org.amplifyjakarta.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings;
import org.amplifyjakarta.it.support.Browser;
import org.amplifyjakarta.it.support.BrowserCookies;
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
import org.openqa.selenium.Cookie;

/** A session that the browser carries and nobody but the server reads. */
@ExtendWith(ArquillianExtension.class)
class SealedSessionIT {

    private static final LocalAws AWS = LocalAws.start(0);
    private static final String PATH = "/" + SealedSessionIT.class.getSimpleName();
    private static final String BASE = ServerAddress.origin() + PATH + "/";

    @Deployment(testable = false)
    static WebArchive sample() {
        Map<String, String> properties = LocalConfiguration.of(AWS);
        properties.putAll(LocalConfiguration.routes(AWS, ServerAddress.origin(), PATH));
        properties.putAll(LocalConfiguration.sealed());
        return Deployments.sample(SealedSessionIT.class, properties);
    }

    @BeforeEach
    void settle() {
        AWS.change(settings -> Settings.DEFAULTS);
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @Test
    @Tag("C-16")
    void aSessionIsBegunRefreshedAndEnded() throws Exception {
        try (Browser browser = Browser.orSkip()) {
            // tokens so short-lived that the server must refresh them
            AWS.change(settings -> settings.withAccessTokenSeconds(4).withRotation(true));
            browser.open(BASE + "api/auth/sign-in");
            browser.type("username", "Zoë Q (test)");
            browser.type("password", "Passw0rd!");
            browser.click("button");
            browser.awaitText("user", "Signed in as Zoë Q (test)");
            AWS.change(settings -> settings.withAccessTokenSeconds(3600));
            AWS.forgetCalls();

            browser.open(BASE + "account");

            assertThat(browser.text("username")).isEqualTo("Zoë Q (test)");
            assertThat(AWS.calls()).containsEntry("GetTokensFromRefreshToken", 1);
            assertThat(browser.keptCookies())
                    .anyMatch(cookie -> cookie.matches("amplify\\.session\\.[\\w-]+\\.0; HttpOnly; SameSite=Strict"))
                    .noneMatch(cookie -> cookie.startsWith("Cognito"));

            browser.open(BASE);
            browser.awaitText("user", "Signed in as Zoë Q (test)");
            browser.click("#sign-out");
            browser.awaitText("user", "Nobody is signed in.");
            assertThat(browser.keptCookies()).noneMatch(cookie -> cookie.startsWith("amplify.session"));
            assertThat(AWS.calls()).containsEntry("revoke", 1);
        }
    }

    @Test
    @Tag("S-15")
    void oldCookiesServeNobodyAfterASignOut() throws Exception {
        try (Browser browser = Browser.orSkip()) {
            browser.open(BASE + "api/auth/sign-in");
            browser.type("username", "demo");
            browser.type("password", "Passw0rd!");
            browser.click("button");
            browser.awaitText("user", "Signed in as demo");
            Set<Cookie> old = browser.copiedCookies();
            browser.click("#sign-out");
            browser.awaitText("user", "Nobody is signed in.");

            browser.plant(old);
            browser.open(BASE + "account");

            assertThat(browser.address()).startsWith(BASE + "sign-in?returnTo=");
            assertThat(browser.keptCookies()).noneMatch(cookie -> cookie.startsWith("amplify.session"));
        }
    }

    @Test
    @Tag("C-18")
    void cookiesThatStandOpenAreNoSession() throws Exception {
        try (Browser browser = Browser.orSkip()) {
            browser.open(BASE);
            browser.keep(BrowserCookies.of(AWS.signIn("demo")));

            browser.open(BASE);

            assertThat(browser.text("user")).isEqualTo("Nobody is signed in.");
            assertThat(browser.cookies()).contains("Cognito");
        }
    }
}
