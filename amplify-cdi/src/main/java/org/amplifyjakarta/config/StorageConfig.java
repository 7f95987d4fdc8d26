package org.amplifyjakarta.config;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code Storage.S3} of Amplify's ResourcesConfig. Immutable.
 *
 * @param bucket the default bucket
 * @param buckets by friendly name
 * @param endpoint where S3 is called, null for AWS's
 * @param checkAccess whether the access rules are checked before S3 is called
 */
public record StorageConfig(
        @Nullable String bucket,
        @Nullable String region,
        Map<String, Bucket> buckets,
        @Nullable URI endpoint,
        boolean checkAccess) {

    public StorageConfig {
        buckets = Map.copyOf(buckets);
    }

    /**
     * A bucket with a friendly name.
     *
     * @param paths access rules: pattern → who ({@code guest}, {@code authenticated}, {@code groups…},
     *     {@code entityidentity}) → actions ({@code get}, {@code list}, {@code write}, {@code delete})
     */
    public record Bucket(String bucketName, @Nullable String region, Map<String, Map<String, List<String>>> paths) {

        public Bucket {
            paths = Map.copyOf(paths);
        }
    }

    static @Nullable StorageConfig read(Values values) {
        URI endpoint = values.endpoint(ConfigKey.STORAGE_ENDPOINT, "");
        boolean checkAccess = values.flag(ConfigKey.STORAGE_CHECK_ACCESS);
        String bucket = values.textOrNull(ConfigKey.STORAGE_BUCKET);
        Map<String, Bucket> buckets = new LinkedHashMap<>();
        for (String name : values.names(ConfigKey.BUCKET_NAME, ConfigKey.BUCKET_REGION, ConfigKey.BUCKET_PATHS)) {
            bucket(values, name).ifPresent(found -> buckets.put(name, found));
        }
        return bucket == null && buckets.isEmpty()
                ? null
                : new StorageConfig(
                        bucket, values.textOrNull(ConfigKey.STORAGE_REGION), buckets, endpoint, checkAccess);
    }

    private static Optional<Bucket> bucket(Values values, String name) {
        String bucketName = values.text(ConfigKey.BUCKET_NAME, name).orElse(null);
        if (bucketName == null) {
            values.fault(ConfigKey.BUCKET_NAME, name, "is missing beside the bucket's other keys.", "Set its name.");
            return Optional.empty();
        }
        Optional<Map<String, Map<String, List<String>>>> paths =
                JsonText.rules(values.raw(ConfigKey.BUCKET_PATHS, name).orElse("{}"));
        if (paths.isEmpty()) {
            values.fault(
                    ConfigKey.BUCKET_PATHS,
                    name,
                    "is no JSON object of access rules.",
                    "Copy paths of amplify_outputs.json.");
        }
        return Optional.of(new Bucket(
                bucketName, values.text(ConfigKey.BUCKET_REGION, name).orElse(null), paths.orElse(Map.of())));
    }
}
