package org.amplifyjakarta.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** Sizes that no test can send. */
@Tag("P-08")
class UploadTest {

    private static final long GIB = 1024L * 1024 * 1024;

    private final Map<String, Integer> calls = new TreeMap<>();
    private final S3Client s3 = (S3Client) Proxy.newProxyInstance(
            UploadTest.class.getClassLoader(), new Class<?>[] {S3Client.class}, (self, method, arguments) -> {
                calls.merge(method.getName(), 1, Integer::sum);
                return switch (method.getName()) {
                    case "createMultipartUpload" ->
                        CreateMultipartUploadResponse.builder().uploadId("id").build();
                    case "uploadPart" ->
                        UploadPartResponse.builder().eTag("tag").build();
                    case "completeMultipartUpload" ->
                        CompleteMultipartUploadResponse.builder().eTag("tag").build();
                    default -> null;
                };
            });

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 5 * GIB, 5 * GIB + 1, 78 * GIB, 79 * GIB, 5 * 1024 * GIB})
    void partsAreNeverTooMany(long length) {
        long size = Upload.partSize(length);

        assertThat(size).isGreaterThanOrEqualTo(8 * 1024 * 1024);
        assertThat((length + size - 1) / size).isLessThanOrEqualTo(10_000);
    }

    @Test
    void moreThanS3KeepsIsRefusedBeforeAnything() {
        assertThat(failure(InputStream.nullInputStream(), 5 * 1024 * GIB + 1, 1).name())
                .isEqualTo("ObjectIsTooLarge");
        assertThat(calls).isEmpty();
    }

    @Test
    void tenThousandPartsAreTaken() {
        upload().from(new ByteArrayInputStream(new byte[10_000]), -1, 1);

        assertThat(calls)
                .containsEntry("uploadPart", 10_000)
                .containsEntry("completeMultipartUpload", 1)
                .doesNotContainKey("abortMultipartUpload");
    }

    @Test
    void onePartMoreLeavesNothingBehind() {
        assertThat(failure(new ByteArrayInputStream(new byte[10_001]), -1, 1).name())
                .isEqualTo("ObjectIsTooLarge");
        assertThat(calls).containsEntry("abortMultipartUpload", 1).doesNotContainKey("completeMultipartUpload");
    }

    @Test
    void aSourceThatBreaksOffLeavesNothingBehind() {
        InputStream broken = new InputStream() {
            private int left = 3;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("the client is gone");
                }
                return 'x';
            }
        };

        assertThat(failure(broken, -1, 1)).isNotNull();
        assertThat(calls).containsEntry("abortMultipartUpload", 1).doesNotContainKey("completeMultipartUpload");
    }

    private StorageException failure(InputStream data, long length, int partSize) {
        return catchThrowableOfType(StorageException.class, () -> {
            if (length > 0) {
                upload().from(data, length);
            } else {
                upload().from(data, length, partSize);
            }
        });
    }

    private Upload upload() {
        Target target = new Target("some-bucket", new S3Clients.Site("eu-west-1", null, false), null);
        return new Upload(s3, target, "key", UploadOptions.DEFAULT);
    }
}
