package org.amplifyjakarta.storage;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What is said about Storage; no method takes a text that could be a key or a token. */
final class StorageMessages {

    private StorageMessages() {}

    static StorageException of(String name, String message, String remedy) {
        return new StorageException(name, "Storage: " + message, remedy, 0, "", null);
    }

    static StorageException noCredentials() {
        return of(
                "NoCredentials",
                "there are no AWS credentials for this request.",
                "Sign in, or set amplify.auth.allow-guest-access; configure amplify.auth.identity-pool-id.");
    }

    static StorageException noBucket() {
        return of(
                "NoBucket", "no bucket is configured.", "Set amplify.storage.bucket, or name a bucket in the options.");
    }

    static StorageException noRegion() {
        return of("NoRegion", "the bucket has no region.", "Set amplify.storage.region, or name it in the options.");
    }

    static StorageException unknownBucket() {
        return of(
                "InvalidStorageBucket",
                "options.bucket is no friendly name of a configured bucket.",
                "Use a name of amplify.storage.buckets.");
    }

    static StorageException badBucket() {
        return of(
                "DnsIncompatibleBucketName",
                "the bucket's name cannot stand in a host name.",
                "3 to 63 of a-z, 0-9, dot and hyphen, no two dots, no IP address.");
    }

    static StorageException badOwner() {
        return of(
                "InvalidAWSAccountID",
                "options.expectedBucketOwner is no AWS account.",
                "Write the account's 12 digits.");
    }

    static StorageException noAcceleration() {
        return of(
                "ForcePathStyleEndpointNotSupported",
                "Transfer Acceleration does not work for a bucket with a dot in its name.",
                "Leave options.accelerate out.");
    }

    static StorageException noKey() {
        return of("NoKey", "the path is empty.", "Name an object.");
    }

    static StorageException badPath(String rule) {
        return of("InvalidStoragePathInput", "the path " + rule + ".", "Name the object as it lies in the bucket.");
    }

    static StorageException expiryTooLong() {
        return of("UrlExpirationMaxLimitExceed", "expiresIn is more than 7 days.", "Ask for less.");
    }

    static StorageException expiryTooShort() {
        return of("InvalidUrlExpiration", "expiresIn is less than a second.", "Ask for more.");
    }

    static StorageException tooLarge() {
        return of("ObjectIsTooLarge", "the object is larger than S3 takes.", "5 TiB; 78 GiB of unknown length.");
    }

    static StorageException deniedByRule(String action) {
        return of(
                "AccessDeniedByRule",
                "the access rules of amplify_outputs.json do not allow this user to " + action + " there.",
                "See amplify.storage.buckets.*.paths; amplify.storage.check-access switches this check off.");
    }

    static StorageException otherLength(long said, long read) {
        return of(
                "InvalidUploadSource",
                "the data has " + read + " bytes, not the " + said + " that were said.",
                "Nothing was written. Send it again, or give its length as -1.");
    }

    static String notAborted() {
        return "AMP-3501 an upload in parts failed, and its parts could not be removed. A lifecycle rule of the bucket "
                + "(AbortIncompleteMultipartUpload) removes them.";
    }

    static StorageException unreadable(Throwable cause) {
        return new StorageException(
                "InvalidUploadSource", "Storage: the data could not be read.", "See the cause.", 0, "", cause);
    }

    /** Without S3's own text, which may quote what was signed. */
    static StorageException refused(AwsServiceException e, boolean hasBody) {
        String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
        String status = e.statusCode() == 404 ? "NotFound" : Integer.toString(e.statusCode());
        String name = !hasBody || code == null || code.isEmpty() ? status : code;
        return new StorageException(
                name,
                "Storage: S3 answered with " + name + ".",
                "See the name in the Amazon S3 API reference.",
                e.statusCode(),
                e.requestId() == null ? "" : e.requestId(),
                e);
    }

    static StorageException noAnswer(SdkException e) {
        return new StorageException(
                "NetworkError",
                "Storage: no answer came (" + e.getClass().getSimpleName() + ").",
                "Try again later; check amplify.storage.endpoint and the way out to the network.",
                0,
                "",
                e);
    }
}
