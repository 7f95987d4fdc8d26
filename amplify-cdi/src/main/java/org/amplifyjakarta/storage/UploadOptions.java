package org.amplifyjakarta.storage;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept with an object. Immutable.
 *
 * @param contentType {@code application/octet-stream} where it is null
 * @param metadata the application's own, names in lower case
 * @param preventOverwrite whether an object that is there already stays ({@code PreconditionFailed})
 */
public record UploadOptions(
        @Nullable String contentType,
        @Nullable String contentDisposition,
        @Nullable String contentEncoding,
        @Nullable String cacheControl,
        Map<String, String> metadata,
        boolean preventOverwrite,
        StorageOptions target) {

    /** What holds where nothing is said. */
    public static final UploadOptions DEFAULT =
            new UploadOptions(null, null, null, null, Map.of(), false, StorageOptions.DEFAULT);

    public UploadOptions {
        metadata = Map.copyOf(metadata);
    }

    /** Returns the same with a content type. */
    public UploadOptions withContentType(String type) {
        return new UploadOptions(
                type, contentDisposition, contentEncoding, cacheControl, metadata, preventOverwrite, target);
    }

    /** Returns the same with metadata. */
    public UploadOptions withMetadata(Map<String, String> own) {
        return new UploadOptions(
                contentType, contentDisposition, contentEncoding, cacheControl, own, preventOverwrite, target);
    }

    /** Returns the same, overwriting nothing. */
    public UploadOptions preventingOverwrite() {
        return new UploadOptions(
                contentType, contentDisposition, contentEncoding, cacheControl, metadata, true, target);
    }

    /** Returns the same in another bucket. */
    public UploadOptions in(StorageOptions other) {
        return new UploadOptions(
                contentType, contentDisposition, contentEncoding, cacheControl, metadata, preventOverwrite, other);
    }
}
