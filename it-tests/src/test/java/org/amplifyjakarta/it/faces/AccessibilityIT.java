package org.amplifyjakarta.it.faces;

import java.util.List;
import org.amplifyjakarta.it.localaws.Factor;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.LocalUser;
import org.amplifyjakarta.it.localaws.PoolSettings.Mfa;
import org.amplifyjakarta.it.localaws.Settings;
import org.amplifyjakarta.it.support.Browser;
import org.amplifyjakarta.it.support.Deployments;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.NodeModules;
import org.amplifyjakarta.it.support.ServerAddress;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every form and page as axe sees it, on a phone and a desk, light and dark; a picture of each is among what the build makes.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/">WCAG 2.2</a>
 */
@ExtendWith(ArquillianExtension.class)
class AccessibilityIT {

    private static final LocalAws AWS = LocalAws.start(0);
    private static final String BASE = ServerAddress.origin() + "/" + AccessibilityIT.class.getSimpleName() + "/";

    @Deployment(testable = false)
    static WebArchive sample() {
        return Deployments.sample(AccessibilityIT.class, LocalConfiguration.withStorage(AWS));
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
    void formsForGuests() throws Exception {
        NodeModules modules = NodeModules.orSkip();
        try (Browser browser = Browser.orSkip()) {
            AuthenticatorPage page = new AuthenticatorPage(browser, BASE);
            for (String form : List.of("signIn", "signUp", "forgotPassword", "confirmed")) {
                page.open("sign-in?authenticator=" + form);
                look(page, modules, form);
            }
            page.open("sign-in");
            page.signIn("demo", "wrong");
            look(page, modules, "wrongPassword");
            page.open("sign-in?authenticator=signUp");
            page.fill("username", "nora");
            page.fill("attribute.email", "nora@example.com");
            page.newPassword(AuthenticatorPage.PASSWORD);
            page.submit();
            look(page, modules, "confirmSignUp");
            page.go("signIn");
            page.go("forgotPassword");
            page.fill("username", "demo");
            page.submit();
            look(page, modules, "resetPassword");
        }
    }

    @Test
    void formsOfSecondFactors() throws Exception {
        NodeModules modules = NodeModules.orSkip();
        AWS.add(LocalUser.of("olga", AuthenticatorPage.PASSWORD));
        AWS.add(LocalUser.of("pia", AuthenticatorPage.PASSWORD)
                .withPhone("+15550100")
                .with(Factor.SMS_MFA)
                .with(Factor.EMAIL_OTP));
        AWS.add(LocalUser.of("quin", AuthenticatorPage.PASSWORD).withTemporaryPassword());
        try (Browser browser = Browser.orSkip()) {
            AuthenticatorPage page = new AuthenticatorPage(browser, BASE);
            page.open("sign-in");
            page.signIn("pia", AuthenticatorPage.PASSWORD);
            look(page, modules, "selectFactor");
            page.submit();
            look(page, modules, "confirmCode");
            page.go("signIn");
            page.signIn("quin", AuthenticatorPage.PASSWORD);
            look(page, modules, "newPassword");
            AWS.change(settings -> settings.withPool(pool -> pool.withMfa(Mfa.ON)));
            page.go("signIn");
            page.signIn("olga", AuthenticatorPage.PASSWORD);
            look(page, modules, "setUpTotp");
        }
    }

    @Test
    void pagesOfAUser() throws Exception {
        NodeModules modules = NodeModules.orSkip();
        AWS.fillPosts(25, "demo");
        try (Browser browser = Browser.orSkip()) {
            AuthenticatorPage page = new AuthenticatorPage(browser, BASE);
            page.open("");
            look(page, modules, "postsOfAGuest");
            page.open("account");
            page.signIn("demo", AuthenticatorPage.PASSWORD);
            look(page, modules, "account");
            page.open("");
            look(page, modules, "posts");
            browser.follow("#posts a");
            look(page, modules, "post");
        } finally {
            AWS.forgetModels();
        }
    }

    private static void look(AuthenticatorPage page, NodeModules modules, String name) throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            page.dark(dark);
            page.browser().resize(390, 844);
            page.isAccessible(modules);
            page.picture(name + (dark ? "-dark" : "") + "-phone");
            page.browser().resize(1200, 900);
            page.isAccessible(modules);
            page.picture(name + (dark ? "-dark" : "") + "-desk");
        }
    }
}
