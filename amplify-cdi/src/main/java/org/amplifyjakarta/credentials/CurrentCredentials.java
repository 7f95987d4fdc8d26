package org.amplifyjakarta.credentials;

import java.util.Optional;
import java.util.function.Supplier;
import org.amplifyjakarta.cognito.IdentityCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** The credentials of whatever session is current at each call. */
record CurrentCredentials(Supplier<AmplifyCredentials> session) implements AmplifyCredentials {

    @Override
    public Optional<IdentityCredentials> current(boolean forceRefresh) {
        return session.get().current(forceRefresh);
    }

    @Override
    public AwsCredentialsProvider withRole(String roleArn) {
        return session.get().withRole(roleArn);
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return session.get().resolveCredentials();
    }
}
