package org.amplifyjakarta.storage;

import java.util.regex.Pattern;
import org.amplifyjakarta.config.StorageConfig;
import org.jspecify.annotations.Nullable;

/** The bucket that an operation goes to, checked. */
record Target(String bucket, S3Clients.Site site, @Nullable String owner) {

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern IP_ADDRESS = Pattern.compile("(\\d+\\.){3}\\d+");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    static Target of(@Nullable StorageConfig config, StorageOptions options) {
        String name = options.bucketName();
        String region = options.region();
        if (options.bucket() != null) {
            StorageConfig.Bucket known =
                    config == null ? null : config.buckets().get(options.bucket());
            if (known == null) {
                throw StorageMessages.unknownBucket();
            }
            name = known.bucketName();
            region = known.region();
        }
        if (config != null) {
            name = name == null ? config.bucket() : name;
            region = region == null ? config.region() : region;
        }
        return checked(name, region, config, options);
    }

    private static Target checked(
            @Nullable String name, @Nullable String region, @Nullable StorageConfig config, StorageOptions options) {
        if (name == null) {
            throw StorageMessages.noBucket();
        }
        if (region == null) {
            throw StorageMessages.noRegion();
        }
        if (!BUCKET.matcher(name).matches()
                || name.contains("..")
                || IP_ADDRESS.matcher(name).matches()) {
            throw StorageMessages.badBucket();
        }
        String owner = options.expectedBucketOwner();
        if (owner != null && !ACCOUNT.matcher(owner).matches()) {
            throw StorageMessages.badOwner();
        }
        if (options.accelerate() && name.contains(".")) {
            throw StorageMessages.noAcceleration();
        }
        return new Target(
                name,
                new S3Clients.Site(region, config == null ? null : config.endpoint(), options.accelerate()),
                owner);
    }
}
