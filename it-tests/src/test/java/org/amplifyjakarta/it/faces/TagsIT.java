package org.amplifyjakarta.it.faces;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.Deployments;
import org.amplifyjakarta.it.support.LocalConfiguration;
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
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Tags that bring objects and records into pages. */
@ExtendWith(ArquillianExtension.class)
class TagsIT {

    private static final LocalAws AWS = LocalAws.start(0);
    private static final String ATTACK = "\"><script>alert(1)</script>";

    private final BrowserCookies demo = BrowserCookies.of(AWS.signIn("demo"));
    private final BrowserCookies guest = BrowserCookies.ofGuest();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive sample() {
        Map<String, String> configuration = LocalConfiguration.withStorage(AWS);
        configuration.put("amplify.auth.user-pool-client-secret", "top-secret-of-the-client");
        WebArchive archive = Deployments.sample(TagsIT.class, configuration).addClasses(Tags.class);
        List.of("objects", "posts", "queries", "islands", "islands-xml")
                .forEach(view -> archive.addAsWebResource("faces/tags/" + view + ".xhtml", view + ".xhtml"));
        return archive;
    }

    @BeforeEach
    void settle() {
        AWS.change(settings -> Settings.DEFAULTS);
        AWS.forgetModels();
        AWS.forgetCalls();
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @Test
    void aPictureIsShownByASignedUrl() throws Exception {
        AWS.s3().put("public/tags/a b+%~.txt", "picture");

        FacesPage page = get("objects.xhtml?alt=words&path=" + FacesPage.encoded("public/tags/a b+%~.txt"), guest);

        assertThat(FacesClient.fetch(page.attribute("image", "src")).body()).isEqualTo("picture");
        assertThat(page.attribute("image", "alt")).isEqualTo("words");
        assertThat(Long.parseLong(page.attribute("image", "data-amplify-expires")))
                .isPositive();
        assertThat(page.answer().headers().firstValue("Cache-Control").orElse(""))
                .contains("private");
        assertThat(page.html()).contains("storage.js");
    }

    @ParameterizedTest
    @Tag("O-06")
    @ValueSource(strings = {"javascript:alert(1)", "public/" + ATTACK, "data:text/html," + ATTACK, "//evil.example/x"})
    void whatDataHoldsStaysText(String hostile) throws Exception {
        FacesPage page = get(
                "objects.xhtml?alt=" + FacesPage.encoded(ATTACK) + "&path=" + FacesPage.encoded(hostile) + "&download="
                        + FacesPage.encoded(ATTACK),
                guest);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html()).doesNotContain("<script>alert").doesNotContain("\"javascript:");
        if (!hostile.startsWith("/")) {
            assertThat(page.attribute("image", "src")).startsWith(AWS.s3().url() + "/");
        }
    }

    @Test
    @Tag("P-01")
    void whatCannotBeHadIsReplaced() throws Exception {
        FacesPage page = get("objects.xhtml?path=public/x&alt=words", guest);

        assertThat(page.content("broken")).isEqualTo("nothing words");
        assertThat(page.html()).contains("[NotFound]");
        assertThat(page.content("nowhere")).isEqualTo("nowhere");
        assertThat(page.html()).doesNotContain("../x");
    }

    @Test
    void aLinkIsSignedWhenItIsFollowed() throws Exception {
        AWS.s3().put("public/tags/a.txt", "linked");
        FacesPage page = get("objects.xhtml?path=public/x&download=name%22.txt", guest);
        String link = page.attribute("rows:0:link", "href");

        HttpResponse<String> sent = follow(link, guest);

        assertThat(page.html()).doesNotContain("a.txt?X-Amz");
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        HttpResponse<String> object =
                FacesClient.fetch(sent.headers().firstValue("Location").orElseThrow());
        assertThat(object.body()).isEqualTo("linked");
        assertThat(object.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment")
                .contains("name%22.txt");
    }

    @Test
    @Tag("O-06")
    void aLinkLeadsToItsObjectWhateverThePathHolds() throws Exception {
        String path = new Tags().getObjects().get(1);
        AWS.s3().put(path, "hostile");

        HttpResponse<String> sent =
                follow(get("objects.xhtml?path=public/x", guest).attribute("rows:1:link", "href"), guest);

        assertThat(FacesClient.fetch(sent.headers().firstValue("Location").orElseThrow())
                        .body())
                .isEqualTo("hostile");
    }

    @Test
    void whatIsNotRenderedForSomebodyIsNotFoundForHim() throws Exception {
        String link = get("objects.xhtml?path=public/x", demo).attribute("mine", "href");

        assertThat(follow(link, demo).statusCode()).isEqualTo(302);
        assertThat(follow(link, guest).statusCode()).isEqualTo(404);
        assertThat(follow(link.replaceFirst("amplifyObject=...", "amplifyObject=AAA"), demo)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @Tag("G-07")
    void recordsArePagedByLinks() throws Exception {
        AWS.fillPosts(7);

        FacesPage first = get("posts.xhtml", guest);
        FacesPage second = new FacesPage(follow(first.attribute("next", "href"), guest));
        FacesPage third = new FacesPage(follow(second.attribute("next", "href"), guest));

        assertThat(ratings(first)).isEqualTo("0 1 2");
        assertThat(ratings(second)).isEqualTo("3 4 5");
        assertThat(ratings(third)).isEqualTo("6");
        assertThat(third.has("next")).isFalse();
        assertThat(AWS.calls()).as("one request a page").containsEntry("graphql", 3);
    }

    @Test
    void aButtonInARowIsAboutItsRowAndThePageShowsWhatIsLeft() throws Exception {
        AWS.fillPosts(7, "demo");
        FacesPage second = new FacesPage(follow(get("posts.xhtml", demo).attribute("next", "href"), demo));
        Map<String, String> fields = new LinkedHashMap<>();
        // as Mojarra and as MyFaces mark a form that was sent
        fields.put("form", "form");
        fields.put("form_SUBMIT", "1");
        fields.put(nameOf(second, "rows:1:remove"), "Remove");
        fields.put("jakarta.faces.ViewState", second.viewState());

        FacesPage answer = post("posts.xhtml", fields, demo);

        assertThat(ratings(answer)).isEqualTo("3 5 6");
        assertThat(ratings(get("posts.xhtml", demo))).isEqualTo("0 1 2");
    }

    @Test
    void whatTheApiRefusesOrDoesNotAnswerIsShown() throws Exception {
        assertThat(get("posts.xhtml", guest).html()).contains("nothing");
        assertThat(get("posts.xhtml?mode=userPool", guest).html()).contains("failed: NoValidAuthTokens");
        assertThat(get("posts.xhtml?posts.nextToken=" + FacesPage.encoded(ATTACK), guest)
                        .html())
                .doesNotContain("<script>alert");
        AWS.change(settings -> settings.withFail(new Settings.Fail("graphql", 401, "UnauthorizedException", 9)));
        assertThat(get("posts.xhtml", guest).html()).contains("failed: UnauthorizedException");
    }

    @Test
    void queriesAndBoundRecordsAreShown() throws Exception {
        AWS.fillPosts(4);

        FacesPage page = get("queries.xhtml", guest);

        assertThat(page.html()).contains("<b>Post 0</b><b>Post 1</b>").doesNotContain("<b>Post 2</b>");
        assertThat(page.html()).contains("<i>Post 0 DRAFT</i><i>Post 2 DRAFT</i>");
    }

    @Test
    @Tag("O-05")
    void recordsForScriptsAreInertInHtml() throws Exception {
        FacesPage page = get("islands.xhtml?nonce=" + FacesPage.encoded(ATTACK), guest);

        assertThat(parsed(page.content("posts")).getString("title")).isEqualTo(Tags.HOSTILE);
        assertThat(page.attribute("posts", "nonce")).isEqualTo(ATTACK);
        assertThat(page.html()).doesNotContain("<script>alert", "<!--");
    }

    @Test
    @Tag("O-05")
    void recordsForScriptsAreInertInXhtml() throws Exception {
        FacesPage page = get("islands-xml.xhtml?nonce=n", guest);

        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        page.html().substring(page.html().indexOf("<html")).getBytes(StandardCharsets.UTF_8)));

        Element script = (Element) document.getElementsByTagName("script").item(0);
        assertThat(parsed(script.getTextContent()).getString("title")).isEqualTo(Tags.HOSTILE);
    }

    @Test
    @Tag("O-09")
    void theConfigurationOfThePageHoldsNoSecret() throws Exception {
        FacesPage page = get("islands.xhtml?nonce=n", demo);
        JsonObject configuration = Json.createReader(new StringReader(page.content("amplify-configuration")))
                .readObject();

        assertThat(configuration.getJsonObject("Auth").getJsonObject("Cognito").getString("userPoolEndpoint"))
                .isEqualTo(AWS.url() + "/");
        assertThat(configuration.getJsonObject("API").getJsonObject("GraphQL").getString("apiKey"))
                .isEqualTo(AWS.graphQlApiKey());
        assertThat(configuration.getBoolean("ssr")).isTrue();
        assertThat(page.html()).doesNotContain("top-secret").doesNotContain("clientSecret");
    }

    private static JsonObject parsed(String array) {
        return Json.createReader(new StringReader(array)).readArray().getJsonObject(0);
    }

    /** Returns the ratings that a page shows, which count up. */
    private static String ratings(FacesPage page) {
        return Pattern.compile("\\(Post \\d (\\d)\\)")
                .matcher(page.html())
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.joining(" "));
    }

    private static String nameOf(FacesPage page, String end) {
        Matcher name = Pattern.compile("name=\"([^\"]*" + end + ")\"").matcher(page.html());
        assertThat(name.find()).as(page.html()).isTrue();
        return name.group(1);
    }

    private FacesPage get(String path, BrowserCookies browser) throws Exception {
        return new FacesClient(base, browser).get(path);
    }

    private HttpResponse<String> follow(String link, BrowserCookies browser) throws Exception {
        return new FacesClient(base, browser).follow(link);
    }

    private FacesPage post(String view, Map<String, String> fields, BrowserCookies browser) throws Exception {
        return new FacesClient(base, browser).post(view, fields);
    }
}
