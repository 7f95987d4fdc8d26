package org.amplifyjakarta.storage;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an object. Immutable.
 *
 * @param path the whole path in the bucket
 * @param size in bytes
 * @param eTag with its quotes, as S3 writes it
 * @param metadata the application's own, names in lower case
 * @param versionId null where the bucket keeps no versions
 */
public record StorageProperties(
        String path,
        @Nullable String contentType,
        long size,
        String eTag,
        Instant lastModified,
        Map<String, String> metadata,
        @Nullable String versionId) {

    public StorageProperties {
        metadata = Map.copyOf(metadata);
    }
}
