package org.amplifyjakarta.storage;

import org.jspecify.annotations.Nullable;

/**
 * An object that was written. Immutable.
 *
 * @param path the whole path in the bucket
 * @param eTag with its quotes, as S3 writes it
 * @param versionId null where the bucket keeps no versions
 */
public record UploadResult(
        String path, String eTag, @Nullable String versionId) {}
