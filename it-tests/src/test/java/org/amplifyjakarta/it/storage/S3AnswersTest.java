package org.amplifyjakarta.it.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.LocalSession;
import org.amplifyjakarta.storage.CopyOptions;
import org.amplifyjakarta.storage.ListOptions;
import org.amplifyjakarta.storage.S3Storage;
import org.amplifyjakarta.storage.StorageException;
import org.amplifyjakarta.storage.StoragePath;
import org.amplifyjakarta.storage.StoragePrefixResolver;
import org.amplifyjakarta.storage.UploadOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an S3 could answer that means ill, or is ill. */
class S3AnswersTest {

    private static final String LISTING = "<ListBucketResult><Name>photos</Name><IsTruncated>false</IsTruncated>"
            + "<Contents><Key>%s</Key><Size>1</Size><ETag>\"a\"</ETag>"
            + "<LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents></ListBucketResult>";

    private final LocalAws aws = LocalAws.start(0);
    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final LocalSession session;
    private final S3Storage storage;

    S3AnswersTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        session = LocalSession.open(
                aws,
                aws.signIn("demo"),
                config -> config.storage(s3 -> s3.bucket("photos", "us-east-1")
                        .endpoint("http://127.0.0.1:" + server.getAddress().getPort())));
        storage = new S3Storage(session::context, StoragePrefixResolver.ofAmplify(), InstantSource.system());
    }

    @AfterEach
    void stop() {
        storage.close();
        session.close();
        server.stop(0);
        aws.close();
    }

    @Test
    @Tag("P-06")
    void noFileIsReadForAnEntity(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "sesame");
        answering(200, "<!DOCTYPE x [<!ENTITY f SYSTEM \"" + secret.toUri() + "\">]>" + LISTING.formatted("&f;"));

        assertThat(listed()).doesNotContain("sesame");
    }

    @Test
    @Tag("P-06")
    void entitiesDoNotGrow() throws Exception {
        StringBuilder lol = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"lollollollol\">");
        for (int i = 1; i < 12; i++) {
            lol.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        answering(200, lol + "]>" + LISTING.formatted("&l11;"));

        assertThat(listed()).hasSizeLessThan(1_000);
    }

    @ParameterizedTest
    @Tag("P-06")
    @ValueSource(strings = {"&#x0;", "<Contents", "&unknown;"})
    void whatIsNoXmlIsAFailure(String key) throws Exception {
        answering(200, LISTING.formatted(key));

        assertThat(catchThrowable(() -> storage.list(StoragePath.of("public/"), ListOptions.DEFAULT)))
                .isInstanceOf(StorageException.class);
    }

    @Test
    @Tag("P-06")
    void aKeyIsTakenAsItIs() throws Exception {
        answering(200, LISTING.formatted("public/&lt;b&gt;&amp;&#10;ü"));

        assertThat(listed()).isEqualTo("public/<b>&\nü");
    }

    @Test
    @Tag("P-04")
    void aCopyThatFailsAfterItsStatusFails() throws Exception {
        answering(200, "<Error><Code>InternalError</Code><Message>later</Message></Error>");

        StorageException failure = catchThrowableOfType(
                StorageException.class,
                () -> storage.copy(StoragePath.of("public/a"), StoragePath.of("public/b"), CopyOptions.DEFAULT));

        assertThat(failure).isNotNull();
    }

    @Test
    @Tag("P-08")
    void dataThatArrivedOtherwiseIsAFailure() throws Exception {
        answering(400, "<Error><Code>BadDigest</Code><Message>The Content-MD5 did not match.</Message></Error>");

        StorageException failure = catchThrowableOfType(
                StorageException.class,
                () -> storage.uploadData(
                        StoragePath.of("public/a"), new ByteArrayInputStream(new byte[3]), 3, UploadOptions.DEFAULT));

        assertThat(failure.name()).isEqualTo("BadDigest");
        assertThat(requests).hasSize(1);
    }

    private String listed() {
        try {
            return storage.list(StoragePath.of("public/"), ListOptions.DEFAULT)
                    .items()
                    .get(0)
                    .path();
        } catch (StorageException e) {
            return e.name();
        }
    }

    private void answering(int status, String xml) {
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod());
            exchange.getRequestBody().readAllBytes();
            byte[] body = ("<?xml version=\"1.0\"?>" + xml).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }
}
