package org.amplifyjakarta.it.faces;

import static org.amplifyjakarta.it.faces.PageBrowser.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.amplifyjakarta.cookie.PercentCoding;
import org.amplifyjakarta.it.faces.sample.PostPage;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.SampleClient;
import org.amplifyjakarta.it.support.ServerLog;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(ArquillianExtension.class)
class PageRoutesIT {

    private static final LocalAws AWS = LocalAws.start(0);
    private static final String ALL_STRANGE = PercentCoding.COMPONENT.encode(PostPage.STRANGE);

    @ArquillianResource
    @OperateOnDeployment("pages")
    private URL base;

    @ArquillianResource
    private Deployer deployer;

    private PageBrowser browser;

    @Deployment(name = "pages", testable = false)
    static WebArchive pages() {
        return PageArchives.guarded("pages", AWS);
    }

    @Deployment(name = "faulty-pages", managed = false, testable = false)
    static WebArchive faulty() {
        return PageArchives.of("faulty-pages", new File("src/test/resources/faces/faulty"), LocalConfiguration.of(AWS));
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @BeforeEach
    void open() {
        browser = new PageBrowser(base, Version.HTTP_1_1);
    }

    @Test
    void faultsOfPagesStopTheDeploymentTogether() throws Exception {
        Throwable thrown = catchThrowable(() -> deployer.deploy("faulty-pages"));
        if (thrown == null) {
            deployer.undeploy("faulty-pages");
        }

        assertThat(thrown).isNotNull();
        assertThat(ServerLog.text())
                .contains(
                        "AMP-7101 Amplify pages:",
                        "/four.xhtml: the page element knows no attribute render.",
                        "/three.xhtml: path (\"posts\") is none.",
                        "/two.xhtml: /posts/{slug} could be /posts/{id} of /one.xhtml as well.");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 200, Home view",
        "posts/7, 200, bean [7] param [7] all [1] tab []",
        "posts/7?id=8&id=9&tab=x, 200, bean [7] param [7] all [1] tab [x]",
        "posts/new, 200, New view",
        "posts/news, 200, bean [news]",
        "posts/a%20b, 200, bean [a b]",
        "posts/a+b, 200, bean [a+b]",
        "posts/%C3%A4, 200, bean [ä]",
        "posts/a%2520b, 200, bean [a%20b]",
        "posts/%252e%252e, 200, bean [%2e%2e]",
        "posts/7/comments, 200, Comments view",
        "docs/a, 200, Doc view [a]",
        "docs/a/b%20c/d, 200, Doc view [a/b c/d]",
        "docs/real.txt, 200, a real file",
        "small/, 200, ok",
        "plain.xhtml, 200, Plain view"
    })
    void whatIsAtAnAddress(String path, int status, String text) throws Exception {
        HttpResponse<String> answer = browser.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(text);
    }

    @Test
    void aFormStaysAtItsAddress() throws Exception {
        HttpResponse<String> page = browser.get("posts/a%20%C3%A4?tab=x");

        HttpResponse<String> again = browser.submit(page, "ö & so", "save");
        HttpResponse<String> thrice = browser.submit(again, "third", "save");

        assertThat(attribute(page, "form", "action")).startsWith(base.getPath() + "posts/a%20%C3%A4");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("bean [a ä]", "noted [ö &amp; so]");
        assertThat(attribute(again, "form", "action")).isEqualTo(base.getPath() + "posts/a%20%C3%A4");
        assertThat(thrice.body()).contains("bean [a ä]", "noted [third]");
    }

    @Test
    void aFormWithoutStateStaysAtItsAddress() throws Exception {
        HttpResponse<String> again = browser.submit(browser.get("posts/7/comments"), "stateless", "save");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("bean [7]", "noted [stateless]");
        assertThat(attribute(again, "form", "action")).isEqualTo(base.getPath() + "posts/7/comments");
    }

    @Test
    void ajaxIsAnsweredInPart() throws Exception {
        HttpResponse<String> answer = browser.ajax(browser.get("posts/7"), "by ajax");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("<?xml")
                .contains("noted [by ajax]")
                .doesNotContain("<title>");
    }

    @Test
    void redirectsGoToAddressesOfPages() throws Exception {
        HttpResponse<String> page = browser.get("posts/7");

        HttpResponse<String> next = browser.submit(page, "", "next");
        HttpResponse<String> comments = browser.submit(browser.get("posts/7"), "", "comments");

        assertThat(location(next)).isEqualTo(base.getPath() + "posts/71?tab=next");
        assertThat(location(comments)).isEqualTo(base.getPath() + "posts/7/comments");
    }

    @Test
    void linksGoToAddressesOfPages() throws Exception {
        HttpResponse<String> page = browser.get("posts/7");
        HttpResponse<String> second = browser.get("posts/7");

        assertThat(attribute(second, "strange", "href")).startsWith(base.getPath() + "posts/" + ALL_STRANGE + "?tab=a");
        assertThat(attribute(second, "own", "href")).isEqualTo(base.getPath() + "posts/7?tab=2");
        assertThat(attribute(second, "same", "href")).isEqualTo(base.getPath() + "posts/7/comments");
        assertThat(attribute(second, "doc", "href")).isEqualTo(base.getPath() + "docs/a/b%20c");
        assertThat(attribute(second, "button", "onclick")).contains("'" + base.getPath() + "account'");
        assertThat(attribute(second, "plain", "href")).isEqualTo(base.getPath() + "plain.xhtml");
        assertThat(page.statusCode()).isEqualTo(200);
    }

    @Test
    void everyCharacterComesBack() throws Exception {
        browser.get("posts/7");

        HttpResponse<String> strange = browser.get(attribute(browser.get("posts/7"), "strange", "href"));

        assertThat(strange.statusCode()).isEqualTo(200);
        assertThat(strange.body()
                        .replace("&quot;", "\"")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&")
                        .replace("&#39;", "'"))
                .contains("bean [" + PostPage.STRANGE + "]", "tab [a b]");
    }

    @Test
    void resourcesOfAPageAreThere() throws Exception {
        browser.get("posts/7");
        HttpResponse<String> page = browser.get("posts/7");
        String style = page.body().replaceAll("(?s).*<link[^>]*href=\"([^\"]*page.css[^\"]*)\".*", "$1");

        assertThat(browser.get(style).body()).contains("color: green");
    }

    @Test
    void aLinkWithoutThePathsParameterIsAnErrorThatNamesIt() throws Exception {
        assertThat(browser.get("lost").statusCode()).isEqualTo(500);
        assertThat(ServerLog.text())
                .contains("AMP-7110 /post.xhtml at /posts/{id}: parameter id has no value. Add <f:param name=\"id\"");
    }

    @Test
    void aPageThatFailsIsAnError() throws Exception {
        assertThat(browser.get("broken").statusCode()).isEqualTo(500);
        assertThat(ServerLog.text()).contains("a page that fails");
    }

    @Test
    void aGuestIsSentToSignInAndComesBack() throws Exception {
        HttpResponse<String> guest = new SampleClient(base).navigate("account/orders?x=1", BrowserCookies.ofGuest());
        HttpResponse<String> user =
                new SampleClient(base).navigate("account/orders?x=1", BrowserCookies.of(AWS.signIn("demo")));

        assertThat(guest.statusCode()).isEqualTo(302);
        assertThat(location(guest))
                .isEqualTo(base.getPath() + "sign-in?returnTo="
                        + URLEncoder.encode(base.getPath() + "account/orders?x=1", StandardCharsets.UTF_8));
        assertThat(user.statusCode()).isEqualTo(200);
        assertThat(user.body()).contains("Account view [orders]");
    }

    /** A client of the JDK asks for an upgrade to HTTP/2 with its first request. */
    @ParameterizedTest
    @EnumSource
    void answersEndInBothVersionsOfHttp(Version version) throws Exception {
        PageBrowser own = new PageBrowser(base, version);

        for (int i = 0; i < 20; i++) {
            HttpResponse<String> page = own.get("posts/" + i);
            HttpResponse<String> again = own.submit(page, "note " + i, "save");

            assertThat(page.body()).contains("bean [" + i + "]").endsWith("</html>");
            assertThat(again.body()).contains("noted [note " + i + "]").endsWith("</html>");
        }
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        String target = answer.headers().firstValue("Location").orElseThrow();
        URI uri = URI.create(target);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }
}
