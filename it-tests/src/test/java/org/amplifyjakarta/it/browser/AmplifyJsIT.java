package org.amplifyjakarta.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings;
import org.amplifyjakarta.it.support.Browser;
import org.amplifyjakarta.it.support.Deployments;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.NodeModules;
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
import org.junit.jupiter.params.provider.ValueSource;

/** What the whole thing is for: signed in by Amplify JS in the browser, signed in on the server, and back. */
@ExtendWith(ArquillianExtension.class)
class AmplifyJsIT {

    private static final LocalAws AWS = LocalAws.start(0);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive sample() {
        return Deployments.sample(AmplifyJsIT.class, LocalConfiguration.of(AWS));
    }

    @BeforeEach
    void reset() {
        AWS.change(settings -> Settings.DEFAULTS.withRotation(true));
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "bob+test@example.com", "Zoë Q (test)"})
    void browserAndServerShareASession(String username) throws Exception {
        String amplify = NodeModules.orSkip().bundle("browser.mjs");
        try (Browser browser = Browser.orSkip()) {
            // tokens so short-lived that the server must refresh them
            AWS.change(settings -> settings.withAccessTokenSeconds(4));
            load(browser, amplify);
            assertThat(browser.await("amplifyPeer.signIn(arguments[0], arguments[1])", username, "Passw0rd!"))
                    .isEqualTo(true);
            AWS.change(settings -> settings.withAccessTokenSeconds(3600));
            AWS.forgetCalls();

            browser.open(base + "account");
            assertThat(browser.text("username")).isEqualTo(username);
            refreshed(1);

            load(browser, amplify);
            assertThat(browser.await("amplifyPeer.user()")).isEqualTo(username);
            assertThat(browser.await("amplifyPeer.session().then(s => s.exp * 1000 > Date.now() + 1800000)"))
                    .isEqualTo(true);
            refreshed(1);

            assertThat(browser.await("amplifyPeer.session({forceRefresh: true}).then(s => typeof s.jti)"))
                    .isEqualTo("string");
            refreshed(2);

            assertThat(browser.await("amplifyPeer.signOut()")).isEqualTo("done");
            browser.open(base + "account");
            assertThat(browser.address()).contains("/sign-in?returnTo=");
        }
    }

    @Test
    @Tag("C-21")
    void aSessionThatEndsOnTheServerIsGoneInTheBrowser() throws Exception {
        String amplify = NodeModules.orSkip().bundle("browser.mjs");
        try (Browser browser = Browser.orSkip()) {
            AWS.change(settings -> settings.withAccessTokenSeconds(4));
            load(browser, amplify);
            browser.await("amplifyPeer.signIn(arguments[0], arguments[1])", "Zoë Q (test)", "Passw0rd!");
            assertThat(browser.cookies()).contains("CognitoIdentityServiceProvider");
            AWS.revokeAllOf("Zoë Q (test)");

            browser.open(base + "account");

            assertThat(browser.address()).contains("/sign-in?returnTo=");
            assertThat(browser.cookies()).doesNotContain("CognitoIdentityServiceProvider");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void browserAndServerShareAGuest(boolean browserFirst) throws Exception {
        String amplify = NodeModules.orSkip().bundle("browser.mjs");
        String server = "fetch('api/session').then(a => a.json()).then(s => s.identityId)";
        String script = "amplifyPeer.identity()";
        try (Browser browser = Browser.orSkip()) {
            browser.open(base + "sign-in");
            browser.run(amplify);
            browser.run("amplifyPeer.configure(arguments[0], true)", AWS.url() + "/");
            AWS.forgetCalls();

            Object first = browser.await(browserFirst ? script : server);
            Object second = browser.await(browserFirst ? server : script);

            assertThat(first).asString().startsWith("us-east-1:");
            assertThat(second).isEqualTo(first);
            assertThat(AWS.calls()).containsEntry("GetId", 1);
        }
    }

    @Test
    void theAuthenticatorsSessionIsAmplifysToo() throws Exception {
        String amplify = NodeModules.orSkip().bundle("browser.mjs");
        try (Browser browser = Browser.orSkip()) {
            browser.open(base + "account");
            browser.fill("#authenticator-username", "Zoë Q (test)");
            browser.fill("#authenticator-password", "Passw0rd!");
            browser.follow("#authenticator button[value=submit]");
            assertThat(browser.address()).endsWith("/account");
            assertThat(browser.text("username")).isEqualTo("Zoë Q (test)");

            load(browser, amplify);
            assertThat(browser.await("amplifyPeer.user()")).isEqualTo("Zoë Q (test)");
            assertThat(browser.await("amplifyPeer.session({forceRefresh: true}).then(s => typeof s.jti)"))
                    .isEqualTo("string");
            browser.open(base.toString());
            assertThat(browser.text("user")).isEqualTo("Signed in as Zoë Q (test)");

            browser.follow("#sign-out");
            assertThat(browser.text("user")).isEqualTo("Nobody is signed in.");
            load(browser, amplify);
            assertThat(browser.await("amplifyPeer.user()")).asString().contains("UserUnAuthenticatedException");
            browser.open(base + "account");
            assertThat(browser.address()).contains("/sign-in?returnTo=");
        }
    }

    /** There were so many refreshes, and beside them nothing but what the account page shows. */
    private static void refreshed(int times) {
        assertThat(AWS.calls()).containsEntry("GetTokensFromRefreshToken", times);
        assertThat(AWS.calls().keySet())
                .isSubsetOf("GetTokensFromRefreshToken", "GetUser", "GetId", "GetCredentialsForIdentity");
    }

    private void load(Browser browser, String amplify) {
        browser.open(base + "sign-in");
        browser.run(amplify);
        browser.run("amplifyPeer.configure(arguments[0])", AWS.url() + "/");
    }
}
