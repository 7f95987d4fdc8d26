package org.amplifyjakarta.it.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.RawHttp;
import org.amplifyjakarta.it.support.ServerLog;
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

/** However an address is spelt, and by whatever way it is asked for: a page is where it says, behind what guards it there. */
@ExtendWith(ArquillianExtension.class)
class PageSpellingsIT {

    private static final LocalAws AWS = LocalAws.start(0);

    @ArquillianResource
    private URL base;

    private PageBrowser browser;

    @Deployment(testable = false)
    static WebArchive pages() {
        return PageArchives.guarded(PageSpellingsIT.class.getSimpleName(), AWS);
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @BeforeEach
    void open() {
        browser = new PageBrowser(base, Version.HTTP_1_1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "posts",
                "posts/",
                "posts/7/",
                "Posts/7",
                "posts/7/other",
                "docs",
                "docs/",
                "posts/a%2Fb",
                "posts/a%2fcomments",
                "posts/a%5Cb",
                "posts/a%3Bb",
                "posts/%00",
                "posts/%0a",
                "posts/%2e%2e",
                "docs/a/..%2f..%2faccount",
                "small/7",
                "./posts",
                "posts;x=y",
                "docs/%2e%2e/nothing",
                "posts/7/.."
            })
    @Tag("R-01")
    void whatIsNoPage(String path) throws Exception {
        String answer = send("GET", path);

        assertThat(RawHttp.status(answer)).isBetween(300, 499);
        assertThat(answer).doesNotContain(" view");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "post.xhtml",
                "faces/post.xhtml",
                "faces/docs/doc.xhtml",
                "post.jsf",
                "post.faces",
                "account.xhtml",
                "docs/doc.xhtml"
            })
    @Tag("R-01")
    void aPagesFileIsNotFound(String path) throws Exception {
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "post.xhtml?x",
                "post.xhtml?id=7",
                "faces/post.xhtml",
                "post.jsf",
                "post.faces",
                "post",
                "faces/post",
                "faces/post.jsf",
                "faces//post.xhtml",
                "faces/./post.xhtml",
                "faces;x/post.xhtml",
                "faces/faces/post.xhtml",
                "./post.xhtml",
                "docs/../post.xhtml",
                "docs/%2e%2e/post.xhtml",
                "x/..;/post.xhtml",
                "faces/x/../post.xhtml",
                "//post.xhtml",
                "post.xhtml;x",
                "post.xhtml;jsessionid=1",
                "post%2exhtml",
                "%70ost.xhtml",
                "post.xhtml/",
                "post.xhtml/x",
                "post.xhtml%2f",
                "post.xhtml%5c",
                "post.xhtml%252f",
                "post%252exhtml",
                "post.xhtml%00",
                "post.xhtml%20",
                "POST.XHTML",
                "POST.xhtml",
                "faces/POST.xhtml",
                "faces%2fpost.xhtml",
                "faces/%5cpost.xhtml",
                "account.xhtml",
                "account.xhtml;x",
                "account.xhtml;jsessionid=1",
                "faces/account.xhtml",
                "faces;x/account.xhtml",
                "docs/doc.jsf",
                "faces/docs//doc.xhtml"
            })
    @Tag("R-01")
    void aPagesFileHasNoAddress(String path) throws Exception {
        for (String method : new String[] {"GET", "POST"}) {
            String answer = send(method, path);

            assertThat(RawHttp.status(answer)).isBetween(400, 499);
            assertThat(answer).doesNotContain("Post view", "Account view", "Doc view", "bean [", "amplify:page");
        }
    }

    @Test
    @Tag("R-01")
    void aStateThatAPageSavedOpensNoFile() throws Exception {
        HttpResponse<String> page = browser.get("posts/7");

        HttpResponse<String> answer = browser.submitTo("post.xhtml", page, "x", "save");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("noted");
    }

    @Test
    @Tag("R-01")
    void noPageIsShownAtAnothersAddress() throws Exception {
        HttpResponse<String> page = browser.get("posts/7");
        HttpResponse<String> fromPage = browser.submit(page, "", "account");
        HttpResponse<String> fromFile = browser.submit(browser.get("plain.xhtml"), "", "account");

        assertThat(fromPage.statusCode()).isEqualTo(500);
        assertThat(fromFile.statusCode()).isEqualTo(500);
        assertThat(fromPage.body() + fromFile.body()).doesNotContain("Account view");
        assertThat(ServerLog.text()).contains("AMP-7112 /account.xhtml: is a page at /account,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account",
                "/account",
                "//account",
                "x/../account",
                "./account",
                "account/",
                "account//",
                "account/.",
                "account/..;/account",
                "account;jsessionid=1",
                "account;x=y",
                ";/account",
                ";x/account",
                "account%2f",
                "account%2F",
                "account%2F..",
                "docs/../account",
                "docs/%2e%2e/account",
                "docs/..%2faccount",
                "%2e/account",
                "x/%2e%2e/account",
                "%5caccount",
                "\\account",
                "account%5c",
                "account\\",
                "account%20",
                "account#x",
                "account?x=/sign-in",
                "%61ccount",
                "%2561ccount",
                "account%00",
                "account%3bx",
                "account.html",
                "account.jsf",
                "account.faces",
                "account.xhtml",
                "account.xhtml;x",
                "ACCOUNT",
                "Account",
                "account%252f",
                "account%252forders",
                "account%255c",
                "account/orders",
                "account/orders;x",
                "account;x/orders",
                "account/orders%00",
                "account//orders",
                "account/./orders",
                "account/x/../orders",
                "account%2forders",
                "posts/../account/orders",
                "posts/..;/account/orders",
                "faces/account",
                "faces/../account"
            })
    @Tag("R-01")
    void noSpellingOfAGuardedPageGetsAround(String path) throws Exception {
        boolean shown = send(
                        "GET",
                        path,
                        "Cookie: " + BrowserCookies.of(AWS.signIn("demo")).header())
                .contains("Account view");

        for (String method : new String[] {"GET", "HEAD", "POST"}) {
            String answer = send(method, path);

            assertThat(answer).doesNotContain("Account view", "amplify:page");
            assertThat(RawHttp.status(answer)).isBetween(300, 499);
            if (shown) {
                assertThat(answer).contains("Location: " + base.getPath() + "sign-in?returnTo=");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-middleware-subrequest: middleware:middleware:middleware",
                "X-Original-URL: /posts/7",
                "X-Rewrite-URL: /posts/7",
                "X-Forwarded-Prefix: /posts",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https",
                "X-Forwarded-For: 127.0.0.1",
                "X-HTTP-Method-Override: OPTIONS",
                "Faces-Request: partial/ajax"
            })
    @Tag("R-02")
    void noHeaderGetsAroundToAPage(String header) throws Exception {
        for (String path : new String[] {"account", "account/orders"}) {
            String answer = send("GET", path, header);

            assertThat(RawHttp.status(answer)).isEqualTo(302);
            assertThat(answer)
                    .contains("Location: " + base.getPath() + "sign-in?returnTo=")
                    .doesNotContain("Account view", "evil.example", "https:");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "TRACE", "POST", "PUT", "get", "Get", "FOO"})
    @Tag("R-03")
    void everyMethodAtAPageIsGuardedAlike(String method) throws Exception {
        for (String path : new String[] {"account", "account/orders", "account.xhtml"}) {
            String answer = send(method, path, "Origin: https://evil.example", "Access-Control-Request-Method: GET");

            assertThat(RawHttp.status(answer)).isBetween(300, 499);
            assertThat(answer).doesNotContain("Account view", "amplify:page", "Access-Control-Allow", "Allow:");
        }
    }

    private String send(String method, String path, String... headers) throws IOException {
        return RawHttp.send(
                base,
                method,
                base.getPath() + path,
                Stream.concat(Stream.of("Accept: text/html", "Content-Length: 0"), Stream.of(headers))
                        .toArray(String[]::new));
    }
}
