package org.amplifyjakarta.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.cognito.IdentityCredentials;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P-05")
class PresignedUrlsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final S3Clients clients = new S3Clients();

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void itsLifeEndsWithTheCredentials() {
        StorageUrl url = urls(Duration.ofMinutes(10)).of("a", GetUrlOptions.DEFAULT, NOW);

        assertThat(url.capped()).isTrue();
        assertThat(url.expiresAt()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
        assertThat(url.url().getQuery()).contains("X-Amz-Expires=600");
    }

    @Test
    void aShorterLifeIsLeftAsItIs() {
        StorageUrl url = urls(Duration.ofMinutes(60)).of("a", GetUrlOptions.DEFAULT, NOW);

        assertThat(url.capped()).isFalse();
        assertThat(url.url().getQuery()).contains("X-Amz-Expires=900");
        assertThat(url.url().getHost()).isEqualTo("some-bucket.s3.eu-west-1.amazonaws.com");
    }

    @Test
    void aBrowserCanOpenAnUrlThatNamesTheOwner() {
        StorageUrl url = urls(Duration.ofMinutes(60), "123456789012").of("a", GetUrlOptions.DEFAULT, NOW);

        assertThat(url.url().getQuery())
                .contains("x-amz-expected-bucket-owner=123456789012", "X-Amz-SignedHeaders=host&");
        assertThat(url.headers()).isEmpty();
    }

    @Test
    void neitherUrlNorKeyIsPrinted() {
        StorageUrl url = urls(Duration.ofMinutes(60)).of("secret-name", GetUrlOptions.DEFAULT, NOW);

        assertThat(url.toString()).doesNotContain("secret-name", "Signature");
    }

    @Test
    void aFileNameCannotBreakOutOfItsHeader() {
        String header =
                ContentDisposition.attachment("a\"; x=\"b\r\nEvil: 1*.png").header();

        assertThat(header).isEqualTo("attachment; filename*=UTF-8''a%22%3B%20x%3D%22b%0D%0AEvil%3A%201%2A.png");
        GetUrlOptions broken = new GetUrlOptions(
                Duration.ofMinutes(1),
                GetUrlOptions.Method.GET,
                "text/plain\r\nEvil: 1",
                null,
                null,
                false,
                StorageOptions.DEFAULT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> urls(Duration.ofHours(1)).of("a", broken, NOW));
    }

    private PresignedUrls urls(Duration life) {
        return urls(life, null);
    }

    private PresignedUrls urls(Duration life, @Nullable String owner) {
        S3Clients.Site site = new S3Clients.Site("eu-west-1", null, false);
        IdentityCredentials credentials = new IdentityCredentials(
                "eu-west-1:me", "ASIA0", Secret.of("secret"), Secret.of("session"), NOW.plus(life));
        return new PresignedUrls(clients.presigner(site), new Target("some-bucket", site, owner), credentials);
    }
}
