package org.amplifyjakarta.cognito;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.config.AuthConfig;
import org.amplifyjakarta.config.TokenConfig;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.cognitoidentity.model.GetCredentialsForIdentityResponse;

/** {@link IdentityPoolClient} over the AWS SDK. */
public final class SdkIdentityPoolClient implements IdentityPoolClient {

    private static final int ATTEMPTS = 3;

    private final CognitoIdentityClient client;
    private final String identityPoolId;

    /** Builds the SDK client, which takes some hundred milliseconds: once an identity pool. */
    public SdkIdentityPoolClient(AuthConfig.IdentityPool pool, TokenConfig.Timeouts timeouts) {
        this.identityPoolId = pool.identityPoolId();
        this.client = CognitoIdentityClient.builder()
                .region(Region.of(pool.region()))
                .endpointOverride(pool.endpoint())
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(SdkLimits.http(timeouts))
                .overrideConfiguration(SdkLimits.retrying(timeouts, ATTEMPTS))
                .build();
    }

    @Override
    public Optional<String> identityId(Map<String, Secret> logins) {
        return Optional.ofNullable(SdkLimits.call(() ->
                        client.getId(call -> call.identityPoolId(identityPoolId).logins(revealed(logins))))
                .identityId());
    }

    @Override
    public Optional<IdentityCredentials> credentials(
            String identityId, Map<String, Secret> logins, @Nullable String roleArn) {
        GetCredentialsForIdentityResponse answer = SdkLimits.call(() -> client.getCredentialsForIdentity(
                call -> call.identityId(identityId).logins(revealed(logins)).customRoleArn(roleArn)));
        Credentials given = answer.credentials();
        if (given == null
                || given.accessKeyId() == null
                || given.secretKey() == null
                || given.sessionToken() == null
                || given.expiration() == null) {
            return Optional.empty();
        }
        return Optional.of(new IdentityCredentials(
                answer.identityId() == null ? identityId : answer.identityId(),
                given.accessKeyId(),
                Secret.of(given.secretKey()),
                Secret.of(given.sessionToken()),
                given.expiration()));
    }

    @Override
    public void close() {
        client.close();
    }

    private static Map<String, String> revealed(Map<String, Secret> logins) {
        return logins.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, login -> login.getValue()
                .reveal()));
    }
}
