package org.amplifyjakarta.it.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.it.support.Browser;
import org.amplifyjakarta.it.support.NodeModules;

/** The authenticator in a browser, and what a person does with it. */
record AuthenticatorPage(Browser browser, String base) {

    static final String PASSWORD = "Passw0rd!";
    private static final String PREFIX = "#authenticator-";

    /** Goes to a page of the application. */
    void open(String path) {
        browser.open(base + path);
    }

    void fill(String field, String text) {
        browser.fill(PREFIX + field.replace(".", "\\."), text);
    }

    void submit() {
        browser.follow("#authenticator button[value=submit]");
    }

    void resend() {
        browser.follow("#authenticator button[value=resend]");
    }

    void signIn(String username, String password) {
        fill("username", username);
        fill("password", password);
        submit();
    }

    /** Follows the link to another form. */
    void go(String form) {
        browser.follow("#authenticator a[href*='authenticator=" + form + "']");
    }

    void newPassword(String password) {
        fill("password", password);
        fill("confirmPassword", password);
    }

    String title() {
        return browser.textOf("#authenticator-title");
    }

    String message() {
        return browser.textOf("#authenticator-message");
    }

    /** Returns the key of an authenticator app that the page shows. */
    String sharedSecret() {
        return browser.textOf("#authenticator .amplify-secret code");
    }

    String user() {
        return browser.text("user");
    }

    /** Has axe look at the page as it is: nothing may be wrong. Needs scripts. */
    void isAccessible(NodeModules modules) throws IOException {
        browser.run(modules.file("axe-core/axe.min.js"));
        Object found = browser.await(
                "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', "
                        + "'best-practice'] }).then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | ')))");
        assertThat((List<?>) found).as(browser.address()).isEmpty();
    }

    /** Keeps a picture of the page among what the build makes. */
    void picture(String name) throws IOException {
        browser.picture(Path.of("target", "pictures", System.getProperty("arquillian.launch", "none"), name + ".png"));
    }

    /** Makes the page dark, or light. */
    void dark(boolean dark) {
        browser.emulate(Map.of("prefers-color-scheme", dark ? "dark" : "light"));
    }
}
