package org.amplifyjakarta.it.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole life of a user on the sample's pages, in a browser that runs scripts and in one that does not. */
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init") // the folder
class LifeOfAUserIT {

    private static final LocalAws AWS = LocalAws.start(0);
    private static final String BASE = ServerAddress.origin() + "/" + LifeOfAUserIT.class.getSimpleName() + "/";
    private static final String OTHER = "An0ther-Passw0rd!";

    @TempDir
    Path folder;

    @Deployment(testable = false)
    static WebArchive sample() {
        Map<String, String> properties = LocalConfiguration.withStorage(AWS);
        return Deployments.sample(LifeOfAUserIT.class, properties);
    }

    @BeforeEach
    void settle() {
        AWS.change(settings -> Settings.DEFAULTS);
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fromSignUpToANewPassword(boolean scripts) throws Exception {
        String user = scripts ? "grace" : "ada";
        try (Browser browser = Browser.orSkip(scripts)) {
            AuthenticatorPage page = new AuthenticatorPage(browser, BASE);

            signUp(page, user);
            wrongPassword(page, user);
            post(page, user);
            picture(page);
            signOut(page);
            forgotPassword(page, user);

            assertThat(page.user()).isEqualTo("Signed in as " + user);
        }
    }

    private static void signUp(AuthenticatorPage page, String user) {
        page.open("account");
        assertThat(page.browser().address()).contains("sign-in?returnTo=");
        page.go("signUp");
        page.fill("username", user);
        page.fill("attribute.email", user + "@example.com");
        page.newPassword("weak");
        page.submit();
        assertThat(page.message()).contains("This password will not do");
        assertThat(page.browser().attributeOf("#authenticator-username", "value"))
                .isEqualTo(user);
        page.newPassword(AuthenticatorPage.PASSWORD);
        page.submit();

        assertThat(page.title()).isEqualTo("Confirm your account");
        page.fill("code", "000000");
        page.submit();
        assertThat(page.message()).isEqualTo("This code is wrong.");
        page.resend();
        page.fill("code", AWS.lastMessageTo(user).code());
        page.submit();

        assertThat(page.message()).isEqualTo("Your account is confirmed. Sign in now.");
    }

    private static void wrongPassword(AuthenticatorPage page, String user) {
        page.signIn(user, "wrong");
        assertThat(page.message()).isEqualTo("The username or the password is wrong.");
        page.signIn(user, AuthenticatorPage.PASSWORD);

        assertThat(page.browser().address()).isEqualTo(BASE + "account");
        assertThat(page.browser().text("username")).isEqualTo(user);
    }

    private static void post(AuthenticatorPage page, String user) {
        Browser browser = page.browser();
        page.open("");
        browser.follow("#post\\:publish");
        assertThat(browser.textOf(".error")).isEqualTo("A post needs a title.");
        browser.fill("#post\\:title", "From " + user + " <b>");
        browser.fill("#post\\:content", "</textarea><script>alert(1)</script>");
        browser.follow("#post\\:publish");
        assertThat(browser.address()).startsWith(BASE + "posts/");
        assertThat(browser.text("title")).isEqualTo("From " + user + " <b>");
        assertThat(browser.text("content")).isEqualTo("</textarea><script>alert(1)</script>");

        browser.fill("#post\\:title", "Changed by " + user);
        browser.follow("#post\\:save");
        assertThat(browser.text("title")).isEqualTo("Changed by " + user);
        assertThat(browser.address()).startsWith(BASE + "posts/");

        page.open("");
        assertThat(browser.textOf("#posts")).contains("Changed by " + user);
        browser.follow("#posts a");
        browser.follow("#post\\:delete");
        assertThat(browser.address()).isEqualTo(BASE);
        assertThat(browser.textOf("main")).doesNotContain("Changed by " + user);
    }

    /** Straight to S3 by the script, and through the server without one. */
    private void picture(AuthenticatorPage page) throws Exception {
        Browser browser = page.browser();
        page.open("account");
        assertThat(browser.shows("#photo")).isFalse();
        browser.choose("#upload-file", Picture.in(folder));
        browser.follow("#upload button");
        browser.awaitShown("#photo");
        assertThat(browser.address()).isEqualTo(BASE + "account");
    }

    private static void signOut(AuthenticatorPage page) {
        page.browser().follow("#sign-out");
        assertThat(page.user()).isEqualTo("Nobody is signed in.");
        assertThat(page.browser().keptCookies()).noneMatch(cookie -> cookie.startsWith("Cognito"));
        page.open("account");
        assertThat(page.browser().address()).contains("sign-in?returnTo=");
    }

    private static void forgotPassword(AuthenticatorPage page, String user) {
        page.open("");
        page.go("forgotPassword");
        page.fill("username", user);
        page.submit();
        assertThat(page.title()).isEqualTo("Set a new password");
        page.fill("code", AWS.lastMessageTo(user).code());
        page.newPassword(OTHER);
        page.submit();
        assertThat(page.message()).isEqualTo("Your password is changed. Sign in now.");
        page.signIn(user, AuthenticatorPage.PASSWORD);
        assertThat(page.message()).isEqualTo("The username or the password is wrong.");
        page.signIn(user, OTHER);
    }
}
