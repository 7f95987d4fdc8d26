package org.amplifyjakarta.it.faces;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import org.amplifyjakarta.it.localaws.LocalAws;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads: by the form alone, and as the script sends them. */
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init") // what is set before each test
class UploadIT {

    private static final LocalAws AWS = LocalAws.start(0);

    @ArquillianResource
    private URL base;

    private FacesClient demo;
    private FacesClient guest;

    @Deployment(testable = false)
    static WebArchive sample() {
        WebArchive archive = Deployments.sample(UploadIT.class, LocalConfiguration.withStorage(AWS))
                .addClasses(Tags.class);
        List.of("upload", "stateless")
                .forEach(view -> archive.addAsWebResource("faces/tags/" + view + ".xhtml", view + ".xhtml"));
        return archive;
    }

    @BeforeEach
    void open() {
        demo = client(BrowserCookies.of(AWS.signIn("demo")));
        guest = client(BrowserCookies.ofGuest());
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload.xhtml", "stateless.xhtml"})
    void aFormWithoutAScriptUploads(String view) throws Exception {
        FacesPage page = demo.get(view);

        FacesPage answer = demo.postFile(view, page.viewState(), "../ü.txt", "content");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.content("taken")).isEqualTo("taken: ü.txt,text/plain,7,true");
        assertThat(answer.content("path")).matches("public/uploads/[0-9a-f-]{36}\\.txt");
        assertThat(AWS.s3().get(answer.content("path"))).isEqualTo("content");
    }

    @ParameterizedTest
    @Tag("P-08")
    @CsvSource({
        "a.txt,0,200",
        "a.txt,1000,200",
        "a.txt,1001,413",
        "a.txt,2000000,413",
        "a.html,5,400",
        "a.svgz,5,400",
        "'',0,400"
    })
    void limitsAreTheServers(String name, int size, int status) throws Exception {
        FacesPage answer =
                demo.postFile("upload.xhtml", demo.get("upload.xhtml").viewState(), name, "x".repeat(size));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.content("taken").isEmpty()).isEqualTo(status != 200);
        assertThat(answer.content("upload-message").isEmpty()).isEqualTo(status == 200);
        assertThat(AWS.s3().pendingUploads()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload.xhtml", "stateless.xhtml"})
    void aGuestUploadsNothing(String view) throws Exception {
        FacesPage own = demo.get(view);

        HttpResponse<String> answer = guest.send(
                demo.multipart(view, own.viewState(), "a.txt", "content").header("Sec-Fetch-Site", "same-origin"));

        assertThat(answer.body()).doesNotContain("taken:").doesNotContain("public/uploads/");
    }

    @ParameterizedTest
    @Tag("R-08")
    @CsvSource({
        "Sec-Fetch-Site,cross-site",
        "Sec-Fetch-Site,same-site",
        "Sec-Fetch-Site,none",
        "Origin,null",
        "Origin,https://evil.example",
        "X-None,absent"
    })
    void aForeignFormUploadsNothing(String header, String value) throws Exception {
        FacesPage page = demo.get("stateless.xhtml");

        HttpResponse<String> answer = demo.send(demo.multipart("stateless.xhtml", page.viewState(), "a.txt", "content")
                .header(header, value));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("taken:");
    }

    @ParameterizedTest
    @Tag("S-21")
    @ValueSource(strings = {"", "tampered", "stateless"})
    void aFormWithAnotherViewStateUploadsNothing(String state) throws Exception {
        demo.get("upload.xhtml");

        HttpResponse<String> answer = demo.send(
                demo.multipart("upload.xhtml", state, "a.txt", "content").header("Sec-Fetch-Site", "same-origin"));

        assertThat(answer.body()).doesNotContain("taken:").doesNotContain("public/uploads/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload.xhtml", "stateless.xhtml"})
    void aScriptPutsTheFileIntoS3(String view) throws Exception {
        FacesPage page = demo.get(view);
        JsonObject place = demo.place(view, page.viewState(), "photo.png", "5");

        assertThat(FacesClient.put(place, "12345").statusCode()).isEqualTo(200);
        FacesPage answer =
                demo.tell(view, page.viewState(), place.getString("path"), place.getString("ticket"), "photo.png");

        assertThat(answer.content("taken")).isEqualTo("taken: photo.png,image/png,5,true");
        assertThat(answer.content("path")).isEqualTo(place.getString("path"));
    }

    @Test
    @Tag("P-08")
    void whatAScriptPutThereIsChecked() throws Exception {
        FacesPage page = demo.get("upload.xhtml");
        JsonObject place = demo.place("upload.xhtml", page.viewState(), "photo.png", "5");
        FacesClient.put(place, "x".repeat(1001));

        FacesPage answer = demo.tell(
                "upload.xhtml", page.viewState(), place.getString("path"), place.getString("ticket"), "photo.png");
        FacesPage again = demo.tell(
                "upload.xhtml", answer.viewState(), place.getString("path"), place.getString("ticket"), "photo.png");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(again.status()).as("it was removed").isEqualTo(400);
        assertThat(answer.html() + again.html()).doesNotContain("taken:");
    }

    @Test
    @Tag("S-21")
    void aScriptTakesNoOtherObject() throws Exception {
        AWS.s3().put("public/uploads/other.txt", "other");
        FacesPage page = demo.get("upload.xhtml");
        JsonObject place = demo.place("upload.xhtml", page.viewState(), "a.txt", "5");
        FacesClient.put(place, "12345");

        FacesPage other = demo.tell(
                "upload.xhtml", page.viewState(), "public/uploads/other.txt", place.getString("ticket"), "a.txt");
        FacesPage forged = demo.tell("upload.xhtml", other.viewState(), place.getString("path"), "AAAA", "a.txt");
        FacesClient admin = client(BrowserCookies.of(AWS.signIn("admin")));
        FacesPage foreign = admin.tell(
                "stateless.xhtml",
                admin.get("stateless.xhtml").viewState(),
                place.getString("path"),
                place.getString("ticket"),
                "a.txt");

        assertThat(List.of(other.status(), forged.status(), foreign.status())).containsOnly(400);
        assertThat(other.html() + forged.html() + foreign.html()).doesNotContain("taken:");
        assertThat(AWS.s3().get("public/uploads/other.txt")).isEqualTo("other");
    }

    @ParameterizedTest
    @CsvSource({"a.html,5", "a.png,1001", "'',1", "a.png,many"})
    void aScriptGetsNoPlaceForWhatIsNotTaken(String name, String size) throws Exception {
        JsonObject answer = demo.place("upload.xhtml", demo.get("upload.xhtml").viewState(), name, size);

        assertThat(answer.keySet()).containsExactly("error");
    }

    private FacesClient client(BrowserCookies browser) {
        return new FacesClient(base, browser);
    }
}
