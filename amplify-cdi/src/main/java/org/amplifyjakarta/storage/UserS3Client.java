package org.amplifyjakarta.storage;

import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.s3.DelegatingS3Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Request;

/** The shared client in the hands of one user: every request carries that user's credentials. Not to be closed. */
final class UserS3Client extends DelegatingS3Client {

    private final AwsCredentialsProvider credentials;

    UserS3Client(S3Client shared, AwsCredentialsProvider credentials) {
        super(shared);
        this.credentials = credentials;
    }

    @Override
    @SuppressWarnings("unchecked")
    protected <T extends S3Request, R> R invokeOperation(T request, Function<T, R> operation) {
        AwsRequestOverrideConfiguration own = request.overrideConfiguration()
                .map(AwsRequestOverrideConfiguration::toBuilder)
                .orElseGet(AwsRequestOverrideConfiguration::builder)
                .credentialsProvider(credentials)
                .build();
        return operation.apply(
                (T) request.toBuilder().overrideConfiguration(own).build());
    }
}
