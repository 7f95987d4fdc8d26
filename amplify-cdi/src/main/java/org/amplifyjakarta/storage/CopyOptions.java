package org.amplifyjakarta.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Under which conditions, and from where to where, an object is copied. Immutable.
 *
 * @param eTag what the source must have, with its quotes, null for any
 * @param notModifiedSince the moment since which the source must not have changed, null for any
 */
public record CopyOptions(
        @Nullable String eTag, @Nullable Instant notModifiedSince, StorageOptions source, StorageOptions destination) {

    /** Without conditions, within the default bucket. */
    public static final CopyOptions DEFAULT =
            new CopyOptions(null, null, StorageOptions.DEFAULT, StorageOptions.DEFAULT);

    /** Returns the same for a source that still has this ETag. */
    public CopyOptions ifMatch(String tag) {
        return new CopyOptions(tag, notModifiedSince, source, destination);
    }

    /** Returns the same for a source that has not changed since. */
    public CopyOptions ifUnmodifiedSince(Instant moment) {
        return new CopyOptions(eTag, moment, source, destination);
    }

    /** Returns the same from bucket to bucket. */
    public CopyOptions between(StorageOptions from, StorageOptions to) {
        return new CopyOptions(eTag, notModifiedSince, from, to);
    }
}
