package org.amplifyjakarta.it.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.Browser;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.Deployments;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.ServerAddress;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What tags do in a browser: pictures, links and uploads by their scripts, under a strict Content Security Policy; the authenticator
 * among Ajax, in the language that the browser prefers and the looks that the application sets.
 */
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init") // what is set before all tests, and each
class PageScriptsIT {

    private static final LocalAws AWS = LocalAws.start(0);
    private static final String BASE = ServerAddress.origin() + "/" + PageScriptsIT.class.getSimpleName() + "/";

    /** The same server by an origin that the bucket has no rule for. */
    private static final String ELSEWHERE = BASE.replace("//localhost:", "//127.0.0.1:");

    private static final String SHOWN = "document.getElementById('picture').naturalWidth > 0";

    private static Browser browser;
    private static AuthenticatorPage page;

    @TempDir
    Path folder;

    @Deployment(testable = false)
    static WebArchive sample() {
        WebArchive archive = Deployments.sample(PageScriptsIT.class, LocalConfiguration.withStorage(AWS))
                .addClasses(ScriptedPage.class, StrictPolicyFilter.class)
                .addAsWebInfResource("faces/scripts/faces-config.xml", "faces-config.xml")
                .addAsWebResource("faces/scripts/later.xhtml", "stateless.xhtml");
        List.of("objects.xhtml", "upload.xhtml", "content.xhtml", "later.xhtml", "scripts.css")
                .forEach(file -> archive.addAsWebResource("faces/scripts/" + file, file));
        return archive;
    }

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.orSkip();
        page = new AuthenticatorPage(browser, BASE);
        AWS.s3().put("public/scripts/a.png", "image/png", Picture.bytes());
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        AWS.close();
    }

    @BeforeEach
    void beginAnew() {
        browser.forgetCookies();
        browser.speak("en");
        browser.complaints();
    }

    @Test
    void aPictureIsShownThatIsLookedAtAfterItsUrlEnded() {
        browser.open(BASE + "objects.xhtml?life=PT1S");
        String first = browser.attributeOf("#picture", "src");
        browser.awaitTrue("document.getElementById('picture').dataset.amplifyExpires < Date.now()");
        // the page that is fetched anew has one that stays good
        browser.run("history.replaceState(null, '', '?life=PT15M')");

        browser.run("document.getElementById('picture').scrollIntoView()");

        browser.awaitTrue(SHOWN);
        assertThat(browser.attributeOf("#picture", "src")).isNotEqualTo(first);
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains(first));
    }

    @Test
    void aUrlIsRenewedBeforeItEnds() {
        browser.open(BASE + "objects.xhtml?life=PT33S");
        String first = browser.attributeOf("#picture", "data-amplify-expires");
        browser.run("history.replaceState(null, '', '?life=PT15M')");

        browser.awaitTrue("document.getElementById('picture').dataset.amplifyExpires > " + first);
        browser.run("document.getElementById('picture').scrollIntoView()");

        browser.awaitTrue(SHOWN);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aLinkOfAPostbackIsRenewedBeforeItEnds() {
        browser.open(BASE + "objects.xhtml?life=PT33S");
        browser.follow("#form\\:again");
        assertThat(browser.attributeOf("#link", "href")).startsWith(AWS.s3().url());

        browser.awaitTrue("document.getElementById('link').pathname.endsWith('/objects.xhtml')");
        assertThat(browser.complaints()).isEmpty();
        browser.follow("#link");

        assertThat(browser.address()).startsWith(AWS.s3().url() + "/local-bucket/public/scripts/a.png?");
    }

    @Test
    void aFileGoesStraightToTheBucket() throws Exception {
        upload(BASE);

        browser.awaitText("taken", "a.png without the file");
        assertThat(browser.complaints()).isEmpty();
        assertThat(AWS.s3().bytes(browser.text("path"))).isEqualTo(Picture.bytes());
    }

    @Test
    void aFileThatTheBucketTakesFromNoPageGoesThroughTheServer() throws Exception {
        upload(ELSEWHERE);

        browser.awaitText("taken", "a.png with the file");
        assertThat(browser.complaints())
                .isNotEmpty()
                .allMatch(complaint -> complaint.contains("CORS") || complaint.contains("net::ERR_FAILED"));
        assertThat(AWS.s3().bytes(browser.text("path"))).isEqualTo(Picture.bytes());
    }

    @Test
    void aFileIsSentOnceAndATooLargeOneNever() throws Exception {
        signIn(BASE);
        browser.choose("#upload-file", Files.write(folder.resolve("large.png"), new byte[1001]));
        browser.click("#upload button");
        assertThat(browser.text("upload-message")).isEqualTo("This file is too large. It may have 1 kB at most.");

        browser.choose("#upload-file", Picture.in(folder));
        Object held = browser.run("const button = document.querySelector('#upload button'); button.click(); "
                + "return button.disabled && document.getElementById('upload').ariaBusy === 'true'");

        assertThat(held).isEqualTo(true);
        browser.awaitText("taken", "a.png without the file");
    }

    @Test
    void theAuthenticatorNeedsNothingInline() {
        page.open("sign-in");
        browser.click(".amplify-reveal");
        page.signIn("demo", AuthenticatorPage.PASSWORD);

        assertThat(page.user()).isEqualTo("Signed in as demo");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatAjaxAsksForAfterTheSessionEndedLeadsToSignIn() {
        page.open("content.xhtml?a=b");
        page.signIn("demo", AuthenticatorPage.PASSWORD);
        browser.fill("#form\\:note", "first");
        browser.click("#form\\:save");
        browser.awaitText("form:saved", "saved: first");

        browser.forgetCookies();
        browser.fill("#form\\:note", "second");
        browser.follow("#form\\:save");
        assertThat(page.message()).isEqualTo("Your session has ended. Sign in to go on.");

        page.signIn("demo", AuthenticatorPage.PASSWORD);
        assertThat(browser.address()).isEqualTo(BASE + "content.xhtml?a=b");
        assertThat(page.user()).isEqualTo("demo");
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"later.xhtml", "stateless.xhtml"})
    void aFormThatAjaxBringsIsSentOnceAndItsPasswordCanBeSeen(String view) {
        page.open(view);
        browser.click("#form\\:show");
        browser.awaitShown(".amplify-reveal");
        page.fill("username", "demo");
        page.fill("password", AuthenticatorPage.PASSWORD);
        browser.click(".amplify-reveal");
        assertThat(browser.attributeOf("#authenticator-password", "type")).isEqualTo("text");

        Object sent = browser.run("const sent = []; addEventListener('submit', e => sent.push(!e.defaultPrevented)); "
                + "const button = document.querySelector('#authenticator button[value=submit]'); "
                + "button.click(); button.click(); return sent");

        assertThat(sent).isEqualTo(List.of(true, false));
        browser.awaitText("user", "demo");
    }

    @Test
    void wordsAreOfTheLanguageThatTheBrowserPrefers() {
        browser.speak("nl,de;q=0.8");
        page.open("content.xhtml");
        page.signIn("demo", "wrong");

        assertThat(browser.attributeOf("html", "lang")).isEqualTo("de");
        assertThat(page.title()).isEqualTo("Anmelden");
        assertThat(browser.textOf("label[for=authenticator-username]")).isEqualTo("Benutzername");
        assertThat(browser.textOf(".amplify-reveal")).isEqualTo("Passwort anzeigen");
        assertThat(page.message()).isEqualTo("Die Anmeldedaten sind falsch.");
        page.signIn("demo", AuthenticatorPage.PASSWORD);
        assertThat(browser.text("sign-out")).isEqualTo("Abmelden");
    }

    @Test
    void looksAreTheApplications() {
        page.open("content.xhtml");
        assertThat(color("#authenticator button[value=submit]", "background-color"))
                .isEqualTo("rgb(1, 2, 3)");

        page.signIn("demo", AuthenticatorPage.PASSWORD);
        assertThat(color("#sign-out", "color")).isEqualTo("rgb(1, 2, 3)");
        browser.follow("#sign-out");
        assertThat(page.user()).isEmpty();
    }

    private void upload(String base) throws IOException {
        signIn(base);
        browser.choose("#upload-file", Picture.in(folder));
        browser.follow("#upload button");
    }

    private static void signIn(String base) {
        browser.open(base + "upload.xhtml");
        browser.keep(BrowserCookies.of(AWS.signIn("demo")));
        browser.open(base + "upload.xhtml");
    }

    private static @Nullable Object color(String selector, String property) {
        return browser.run(
                "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]", selector, property);
    }
}
