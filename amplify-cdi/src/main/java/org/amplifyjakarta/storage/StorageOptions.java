package org.amplifyjakarta.storage;

import org.jspecify.annotations.Nullable;

/**
 * Which bucket an operation goes to. Immutable.
 *
 * @param bucket a friendly name of {@code amplify.storage.buckets}, null for the default bucket or {@code bucketName}
 * @param bucketName a bucket's own name, null for a configured one
 * @param region the region of {@code bucketName}, null for the default one
 * @param expectedBucketOwner the AWS account, of 12 digits, that must own the bucket, null for any
 * @param accelerate whether S3 Transfer Acceleration is used
 */
public record StorageOptions(
        @Nullable String bucket,
        @Nullable String bucketName,
        @Nullable String region,
        @Nullable String expectedBucketOwner,
        boolean accelerate) {

    /** The default bucket. */
    public static final StorageOptions DEFAULT = new StorageOptions(null, null, null, null, false);

    /** Returns the bucket with a friendly name. */
    public static StorageOptions bucket(String friendlyName) {
        return new StorageOptions(friendlyName, null, null, null, false);
    }

    /** Returns a bucket by its own name. */
    public static StorageOptions bucket(String bucketName, String region) {
        return new StorageOptions(null, bucketName, region, null, false);
    }

    /** Returns the same with the account that must own the bucket. */
    public StorageOptions expectingOwner(String accountId) {
        return new StorageOptions(bucket, bucketName, region, accountId, accelerate);
    }

    /** Returns the same with S3 Transfer Acceleration. */
    public StorageOptions accelerated() {
        return new StorageOptions(bucket, bucketName, region, expectedBucketOwner, true);
    }
}
