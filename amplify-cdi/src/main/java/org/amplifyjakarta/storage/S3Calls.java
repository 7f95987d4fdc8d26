package org.amplifyjakarta.storage;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.amplifyjakarta.cognito.IdentityCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Calls of S3 for one user, and what is made of their failures. */
record S3Calls(S3Client shared, AwsCredentialsProvider credentials, Supplier<Optional<IdentityCredentials>> renewed) {

    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired");

    /** Makes a call whose failures have a body; once more with new credentials, where S3 finds the old ones expired. */
    <T> T call(Function<S3Client, T> operation) {
        try {
            return operation.apply(as(credentials));
        } catch (AwsServiceException e) {
            Optional<IdentityCredentials> fresh = isExpired(e) ? renewed.get() : Optional.empty();
            if (fresh.isEmpty()) {
                throw StorageMessages.refused(e, true);
            }
            return new S3Calls(
                            shared, StaticCredentialsProvider.create(fresh.get().toAws()), Optional::empty)
                    .once(operation);
        } catch (SdkException e) {
            throw StorageMessages.noAnswer(e);
        }
    }

    /** Makes a call that cannot be repeated. */
    <T> T once(Function<S3Client, T> operation) {
        return once(operation, true);
    }

    /** Makes a {@code HEAD} call. */
    <T> T head(Function<S3Client, T> operation) {
        return once(operation, false);
    }

    private <T> T once(Function<S3Client, T> operation, boolean hasBody) {
        try {
            return operation.apply(as(credentials));
        } catch (AwsServiceException e) {
            throw StorageMessages.refused(e, hasBody);
        } catch (SdkException e) {
            throw StorageMessages.noAnswer(e);
        }
    }

    private S3Client as(AwsCredentialsProvider user) {
        return new UserS3Client(shared, user);
    }

    private static boolean isExpired(AwsServiceException e) {
        return e.awsErrorDetails() != null
                && EXPIRED.contains(e.awsErrorDetails().errorCode());
    }
}
