package org.amplifyjakarta.it.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.amplifyjakarta.it.localaws.Factor;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.LocalUser;
import org.amplifyjakarta.it.localaws.PoolSettings.Mfa;
import org.amplifyjakarta.it.localaws.Settings;
import org.amplifyjakarta.it.localaws.Totp;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes after the password, in a browser that runs scripts and in one that does not. */
@ExtendWith(ArquillianExtension.class)
class SecondFactorIT {

    private static final LocalAws AWS = LocalAws.start(0);
    private static final String BASE = ServerAddress.origin() + "/" + SecondFactorIT.class.getSimpleName() + "/";
    private static final Duration STEP = Duration.ofSeconds(30);

    @Deployment(testable = false)
    static WebArchive sample() {
        return Deployments.sample(SecondFactorIT.class, LocalConfiguration.withStorage(AWS));
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
    void anAuthenticatorAppIsSetUpAndAskedForFromThenOn(boolean scripts) throws Exception {
        String user = "mary-" + scripts;
        AWS.add(LocalUser.of(user, AuthenticatorPage.PASSWORD));
        AWS.change(settings -> settings.withPool(pool -> pool.withMfa(Mfa.ON)));
        try (Browser browser = Browser.orSkip(scripts)) {
            AuthenticatorPage page = new AuthenticatorPage(browser, BASE);
            page.open("sign-in");
            page.signIn(user, AuthenticatorPage.PASSWORD);

            assertThat(page.title()).isEqualTo("Set up your authenticator app");
            String secret = page.sharedSecret();
            page.fill("code", "000000");
            page.submit();
            assertThat(page.message()).isEqualTo("This code is wrong.");
            assertThat(page.sharedSecret()).isEqualTo(secret);
            assertThat(browser.address()).doesNotContain(secret);
            Instant now = Instant.now();
            page.fill("code", Totp.code(secret, now));
            page.submit();
            assertThat(page.user()).isEqualTo("Signed in as " + user);

            browser.follow("#sign-out");
            page.open("sign-in");
            page.signIn(user, AuthenticatorPage.PASSWORD);
            assertThat(page.title()).isEqualTo("Confirm that it is you");
            // each code is good once: the following one
            page.fill("code", Totp.code(secret, now.plus(STEP)));
            page.submit();
            assertThat(page.user()).isEqualTo("Signed in as " + user);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoHasSeveralFactorsChoosesOne(boolean scripts) throws Exception {
        String user = "sam-" + scripts;
        AWS.add(LocalUser.of(user, AuthenticatorPage.PASSWORD)
                .withPhone("+15550100")
                .with(Factor.SMS_MFA)
                .with(Factor.EMAIL_OTP));
        try (Browser browser = Browser.orSkip(scripts)) {
            AuthenticatorPage page = new AuthenticatorPage(browser, BASE);
            page.open("account");
            page.signIn(user, AuthenticatorPage.PASSWORD);

            assertThat(page.title()).isEqualTo("How do you want to confirm that it is you?");
            browser.click("#authenticator-SMS");
            page.submit();
            assertThat(page.title()).isEqualTo("Confirm that it is you");
            assertThat(browser.textOf("#authenticator .amplify-text")).doesNotContain("5550100");
            page.fill("code", AWS.lastMessageTo(user).code());
            page.submit();

            assertThat(browser.address()).isEqualTo(BASE + "account");
            assertThat(browser.text("username")).isEqualTo(user);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTemporaryPasswordIsReplaced(boolean scripts) throws Exception {
        String user = "tess-" + scripts;
        AWS.add(LocalUser.of(user, AuthenticatorPage.PASSWORD)
                .withTemporaryPassword()
                .withoutAttribute("email"));
        try (Browser browser = Browser.orSkip(scripts)) {
            AuthenticatorPage page = new AuthenticatorPage(browser, BASE);
            page.open("account");
            page.signIn(user, AuthenticatorPage.PASSWORD);

            assertThat(page.title()).isEqualTo("Choose a new password");
            page.newPassword("An0ther-Passw0rd!");
            page.fill("attribute.email", user + "@example.com");
            page.submit();

            assertThat(browser.text("username")).isEqualTo(user);
            assertThat(browser.textOf("main")).contains(user + "@example.com");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoMustResetAPasswordIsLedThere(boolean scripts) throws Exception {
        String user = "rita-" + scripts;
        AWS.add(LocalUser.of(user, AuthenticatorPage.PASSWORD).withPasswordToReset());
        try (Browser browser = Browser.orSkip(scripts)) {
            AuthenticatorPage page = new AuthenticatorPage(browser, BASE);
            page.open("account");
            page.signIn(user, AuthenticatorPage.PASSWORD);

            assertThat(page.title()).isEqualTo("Reset your password");
            assertThat(browser.attributeOf("#authenticator-username", "value")).isEqualTo(user);
            page.submit();
            page.fill("code", AWS.lastMessageTo(user).code());
            page.newPassword("An0ther-Passw0rd!");
            page.submit();
            page.signIn(user, "An0ther-Passw0rd!");

            assertThat(browser.text("username")).isEqualTo(user);
        }
    }
}
