package org.amplifyjakarta.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.StorageConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("P-07")
class TargetTest {

    private static final @Nullable StorageConfig CONFIG = AmplifyConfig.builder()
            .storage(storage ->
                    storage.bucket("default-bucket", "eu-west-1").bucket("photos", "photo-bucket", "us-west-2", "{}"))
            .build()
            .storage();

    @Test
    void withoutOptionsItIsTheDefaultBucket() {
        Target target = Target.of(CONFIG, StorageOptions.DEFAULT);

        assertThat(target.bucket()).isEqualTo("default-bucket");
        assertThat(target.site().region()).isEqualTo("eu-west-1");
    }

    @Test
    void aFriendlyNameBringsItsRegion() {
        Target target = Target.of(CONFIG, StorageOptions.bucket("photos").expectingOwner("123456789012"));

        assertThat(target.bucket()).isEqualTo("photo-bucket");
        assertThat(target.site().region()).isEqualTo("us-west-2");
        assertThat(target.owner()).isEqualTo("123456789012");
    }

    static Stream<Arguments> faults() {
        StorageOptions named = StorageOptions.DEFAULT;
        return Stream.of(
                Arguments.of("InvalidStorageBucket", CONFIG, StorageOptions.bucket("nothing")),
                Arguments.of("NoBucket", null, named),
                Arguments.of("NoRegion", null, new StorageOptions(null, "some-bucket", null, null, false)),
                Arguments.of("DnsIncompatibleBucketName", CONFIG, StorageOptions.bucket("Upper", "eu-west-1")),
                Arguments.of("DnsIncompatibleBucketName", CONFIG, StorageOptions.bucket("a..b", "eu-west-1")),
                Arguments.of("DnsIncompatibleBucketName", CONFIG, StorageOptions.bucket("10.0.0.1", "eu-west-1")),
                Arguments.of("DnsIncompatibleBucketName", CONFIG, StorageOptions.bucket("a/b", "eu-west-1")),
                Arguments.of(
                        "DnsIncompatibleBucketName",
                        CONFIG,
                        StorageOptions.bucket("arn:aws:s3:eu-west-1:123456789012:accesspoint/x", "eu-west-1")),
                Arguments.of("InvalidAWSAccountID", CONFIG, named.expectingOwner("1234567890123")),
                Arguments.of("InvalidAWSAccountID", CONFIG, named.expectingOwner("x")),
                Arguments.of(
                        "ForcePathStyleEndpointNotSupported",
                        CONFIG,
                        StorageOptions.bucket("a.b", "eu-west-1").accelerated()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aWrongTargetIsNamed(String name, @Nullable StorageConfig config, StorageOptions options) {
        StorageException failure = catchThrowableOfType(StorageException.class, () -> Target.of(config, options));

        assertThat(failure.name()).isEqualTo(name);
    }
}
