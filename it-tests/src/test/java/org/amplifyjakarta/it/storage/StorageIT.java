package org.amplifyjakarta.it.storage;

import static org.amplifyjakarta.it.support.SampleClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.Deployments;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.SampleClient;
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

/** Storage against an S3 that checks signatures. */
@ExtendWith(ArquillianExtension.class)
class StorageIT {

    private static final LocalAws AWS = LocalAws.start(0);

    private final HttpClient plain = HttpClient.newHttpClient();
    private final BrowserCookies demo = BrowserCookies.of(AWS.signIn("demo"));

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive sample() {
        Map<String, String> configuration = LocalConfiguration.withStorage(AWS);
        return Deployments.sample(StorageIT.class, configuration)
                .addClasses(StorageApplication.class, ObjectsResource.class);
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
    void aGuestListsSignsAndFetches() throws Exception {
        AWS.s3().put("public/guest/1.txt", "one");
        BrowserCookies guest = BrowserCookies.ofGuest();

        JsonObject list = json(get("api/photos?prefix=public/guest/", guest));
        JsonObject url = json(get("api/photos/url?path=public/guest/1.txt", guest));

        assertThat(list.getJsonArray("items").getJsonObject(0).getString("path"))
                .isEqualTo("public/guest/1.txt");
        assertThat(fetch(url.getString("url")).body()).isEqualTo("one");
    }

    @Test
    @Tag("P-04")
    void aUserCopiesLooksAndRemoves() throws Exception {
        AWS.s3().put("public/from a+b%ü.txt", "copied");

        HttpResponse<String> copied = post("api/photos/copy?from=" + encoded("public/from a+b%ü.txt") + "&to="
                + encoded("private/{identityId}/to ü+%.txt"));
        String path = json(copied).getString("path");
        JsonObject found = json(get("api/photos/properties?path=" + encoded(path), demo));
        int removed = delete("api/photos?path=" + encoded(path)).statusCode();

        assertThat(found.getInt("size")).isEqualTo(6);
        assertThat(found.getString("contentType")).isEqualTo("text/plain");
        assertThat(removed).isEqualTo(200);
        HttpResponse<String> gone = get("api/photos/properties?path=" + encoded(path), demo);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(json(gone).getString("error")).isEqualTo("NotFound");
    }

    @Test
    void onesPrivateObjectsAreNobodyElses() throws Exception {
        String path = put("storage/objects/private?key=mine.txt", "secret").body();

        BrowserCookies admin = BrowserCookies.of(AWS.signIn("admin"));
        assertThat(get("storage/objects?path=" + encoded(path), demo).body()).isEqualTo("secret");
        assertThat(get("storage/objects?path=" + encoded(path), admin).statusCode())
                .isEqualTo(403);
        assertThat(get("storage/objects/key?key=", demo).body()).isEqualTo("mine.txt");
    }

    @ParameterizedTest
    @Tag("P-01")
    @ValueSource(
            strings = {
                "public/a b+c%d~e.txt",
                "public/ü/ñ 漢字 😀.txt",
                "public/a..b/..c.txt",
                "public/%2e%2e/%00",
                "public/?versionId=1#x&y=z",
                "public/'(quotes)\"*!.txt"
            })
    void aPresignedUrlReachesExactlyItsObject(String path) throws Exception {
        AWS.s3().put(path, "content of " + path);

        String url = json(get("api/photos/url?path=" + encoded(path), demo)).getString("url");

        assertThat(fetch(url).body()).isEqualTo("content of " + path);
        assertThat(get("storage/objects?path=" + encoded(path), demo).body()).isEqualTo("content of " + path);
    }

    @ParameterizedTest
    @Tag("P-01")
    @ValueSource(strings = {"/abs", "../x", "public/../private/x", "public/./x", "public/a\u0000b", "public/a\nb", ""})
    void aPathThatWouldBeAnotherIsRefused(String path) throws Exception {
        HttpResponse<String> answer = get("api/photos/url?path=" + encoded(path), demo);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).getString("error")).isIn("InvalidStoragePathInput", "NoKey");
    }

    @ParameterizedTest
    @Tag("P-05")
    @CsvSource({"0,400", "-1,400", "691200,400", "604800,200", "60,200"})
    void theLifeOfAUrlIsCheckedAndCapped(long seconds, int status) throws Exception {
        HttpResponse<String> answer = get("storage/objects/url?path=public/x&seconds=" + seconds, demo);

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 200) {
            assertThat(answer.body().split("\n")[1]).isEqualTo(Boolean.toString(seconds > 3600));
        }
    }

    @Test
    void aChangedSignatureIsRefused() throws Exception {
        AWS.s3().put("public/signed.txt", "signed");
        String url = json(get("api/photos/url?path=public/signed.txt", demo)).getString("url");

        assertThat(fetch(url.replaceFirst("X-Amz-Signature=.", "X-Amz-Signature=g"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(fetch(url.replace("signed.txt", "other.txt")).statusCode()).isEqualTo(403);
    }

    @Test
    void aUrlForWritingTakesWhatItWasSignedFor() throws Exception {
        String[] lines = get("storage/objects/url?path=public/written.txt&put=true", demo)
                .body()
                .split("\n");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(lines[0])).PUT(BodyPublishers.ofString("written"));
        for (int i = 2; i < lines.length; i++) {
            request.header(lines[i].split("=", 2)[0], lines[i].split("=", 2)[1]);
        }

        assertThat(plain.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        assertThat(AWS.s3().get("public/written.txt")).isEqualTo("written");
    }

    @ParameterizedTest
    @Tag("P-08")
    @CsvSource({"0,-1", "0,0", "100,-1", "100,100", "9500000,-1", "9500000,9500000"})
    void whatIsUploadedIsWhatIsThere(int size, long length) throws Exception {
        byte[] data = new byte[size];
        new Random(size).nextBytes(data);
        String path = "public/upload-" + size + "-" + length;

        HttpResponse<String> answer = new SampleClient(base)
                .send(
                        new SampleClient(base)
                                .request("storage/objects?path=" + path + "&length=" + length)
                                .header("Sec-Fetch-Site", "same-origin")
                                .header("Content-Type", "application/octet-stream")
                                .PUT(BodyPublishers.ofByteArray(data)),
                        demo);

        assertThat(answer.statusCode()).isEqualTo(200);
        String url = json(get("api/photos/url?path=" + path, demo)).getString("url");
        HttpResponse<byte[]> there =
                plain.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
        assertThat(there.body()).isEqualTo(data);
        assertThat(there.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(json(get("api/photos/properties?path=" + path, demo))
                        .getJsonObject("metadata")
                        .getString("by"))
                .isEqualTo("test");
    }

    @ParameterizedTest
    @Tag("P-08")
    @CsvSource({"4,5", "9000000,9000001", "9000000,8999999"})
    void dataOfAnotherLengthIsNotWritten(int size, long length) throws Exception {
        String path = "public/broken-" + length;

        HttpResponse<String> answer = put("storage/objects?path=" + path + "&length=" + length, "x".repeat(size));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).getString("error")).isEqualTo("InvalidUploadSource");
        assertThat(get("api/photos/properties?path=" + path, demo).statusCode()).isEqualTo(404);
        assertThat(AWS.s3().pendingUploads()).isZero();
    }

    @Test
    void nothingIsOverwrittenWhereThatIsPrevented() throws Exception {
        AWS.s3().put("public/kept.txt", "kept");

        assertThat(put("storage/objects?once=true&path=public/kept.txt", "other")
                        .statusCode())
                .isEqualTo(412);
        assertThat(AWS.s3().get("public/kept.txt")).isEqualTo("kept");
    }

    @Test
    @Tag("P-04")
    void aCopyKeepsItsConditions() throws Exception {
        AWS.s3().put("public/source.txt", "source");
        String tag =
                json(get("api/photos/properties?path=public/source.txt", demo)).getString("eTag");
        String copy = "storage/objects/copy?from=public/source.txt&to=public/target.txt";

        assertThat(put(copy + "&tag=" + encoded("\"0123\""), "").statusCode()).isEqualTo(412);
        assertThat(put(copy, "").statusCode()).isEqualTo(412);
        assertThat(put(copy + "&tag=" + encoded(tag), "").body()).isEqualTo("public/target.txt");
    }

    @Test
    @Tag("P-03")
    void removingTakesOneObjectAlone() throws Exception {
        AWS.s3().put("public/dir/file", "x");
        AWS.s3().put("public/dir/file2", "beside");
        AWS.s3().put("public/dir/folder/below", "below");

        assertThat(delete("api/photos?path=public/dir/file").statusCode()).isEqualTo(200);
        delete("api/photos?path=public/dir/folder");
        delete("api/photos?path=public/dir/");
        assertThat(delete("api/photos?path=").statusCode()).isEqualTo(400);
        assertThat(delete("api/photos?path=/").statusCode()).isEqualTo(400);

        assertThat(get("api/photos/properties?path=public/dir/file", demo).statusCode())
                .isEqualTo(404);
        assertThat(AWS.s3().get("public/dir/folder/below")).isEqualTo("below");
        assertThat(AWS.s3().get("public/dir/file2")).isEqualTo("beside");
    }

    @Test
    @Tag("P-03")
    void allPagesAreListedAndAllBelowAPrefixIsRemoved() throws Exception {
        for (int i = 0; i < 25; i++) {
            AWS.s3().put("public/many/" + i, "x");
        }
        AWS.s3().put("public/many/below/1", "x");
        AWS.s3().put("public/manyother", "x");

        assertThat(get("storage/objects/all?size=10&path=public/many/", demo)
                        .body()
                        .split("\n"))
                .hasSize(26)
                .doesNotHaveDuplicates();
        assertThat(get("storage/objects/subpaths?path=public/many/", demo).body())
                .isEqualTo("public/many/below/");
        assertThat(delete("storage/objects?path=public/many").statusCode()).isEqualTo(400);
        assertThat(delete("storage/objects?path=/").statusCode()).isEqualTo(400);
        assertThat(delete("storage/objects?path=public/many/").body()).isEqualTo("26 removed, 0 failed");
        assertThat(AWS.s3().get("public/manyother")).isEqualTo("x");
    }

    @Test
    @Tag("P-05")
    void aUrlEndsWithItsCredentials() throws Exception {
        AWS.change(settings -> settings.withCredentialsSeconds(120));
        BrowserCookies user = BrowserCookies.of(AWS.signInNew("user-of-short-keys", Duration.ZERO));

        String url = get("storage/objects/url?path=public/x", user).body();

        assertThat(url).contains("X-Amz-Expires=1").doesNotContain("X-Amz-Expires=900");
        assertThat(url.split("\n")[1]).isEqualTo("true");
    }

    private HttpResponse<String> get(String path, BrowserCookies browser) throws Exception {
        return new SampleClient(base).get(path, browser);
    }

    private HttpResponse<String> post(String path) throws Exception {
        return new SampleClient(base).post(path, "{}", demo);
    }

    private HttpResponse<String> put(String path, String body) throws Exception {
        SampleClient client = new SampleClient(base);
        return client.send(
                client.request(path).header("Sec-Fetch-Site", "same-origin").PUT(BodyPublishers.ofString(body)), demo);
    }

    private HttpResponse<String> delete(String path) throws Exception {
        SampleClient client = new SampleClient(base);
        return client.send(
                client.request(path).header("Sec-Fetch-Site", "same-origin").DELETE(), demo);
    }

    private HttpResponse<String> fetch(String url) throws Exception {
        return plain.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
