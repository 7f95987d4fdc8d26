package org.amplifyjakarta.cognito;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.config.TokenConfig;
import org.amplifyjakarta.config.TokenConfig.RefreshApi;
import org.amplifyjakarta.config.UserPoolConfig;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

/** {@link UserPoolClient} over the AWS SDK. */
public final class SdkUserPoolClient implements UserPoolClient {

    private static final Duration RETRY_DELAY = Duration.ofMillis(100);

    private final CognitoIdentityProviderClient client;
    private final String clientId;
    private final @Nullable Secret clientSecret;
    private final RefreshApi refreshApi;

    /** Builds the SDK client, which takes some hundred milliseconds: once an app client, off the request path. */
    public SdkUserPoolClient(UserPoolConfig pool, TokenConfig config) {
        this.client = CognitoIdentityProviderClient.builder()
                .region(Region.of(pool.region()))
                .endpointOverride(pool.endpoint())
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(config.timeouts().connect())
                        .socketTimeout(config.timeouts().call()))
                .overrideConfiguration(limits(config.timeouts().call()))
                .build();
        this.clientId = pool.clientId();
        this.clientSecret = pool.clientSecret();
        this.refreshApi = config.refreshApi();
    }

    /**
     * One retry, and only where Cognito answered that it did nothing (throttled, 5xx). After a connection that broke, a
     * refresh token may have been used up: a second attempt could end the session (RefreshTokenReuseException).
     */
    private static ClientOverrideConfiguration limits(Duration callTimeout) {
        StandardRetryStrategy retries = StandardRetryStrategy.builder()
                .maxAttempts(2)
                // the client's own rules would repeat a call whose answer broke off
                .useClientDefaults(false)
                .backoffStrategy(BackoffStrategy.exponentialDelay(RETRY_DELAY, RETRY_DELAY.multipliedBy(4)))
                .throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(RETRY_DELAY, RETRY_DELAY.multipliedBy(4)))
                .retryOnException(e -> e instanceof AwsServiceException answer && isPassing(answer))
                .build();
        return ClientOverrideConfiguration.builder()
                .apiCallTimeout(callTimeout)
                .retryStrategy(retries)
                .build();
    }

    @Override
    public RefreshAnswer refresh(RefreshRequest request) {
        AuthenticationResultType result =
                call(() -> refreshApi == RefreshApi.INITIATE_AUTH ? initiateAuth(request) : getTokens(request));
        return result == null
                ? new RefreshAnswer(null, null, null)
                : new RefreshAnswer(result.accessToken(), result.idToken(), result.refreshToken());
    }

    private @Nullable AuthenticationResultType getTokens(RefreshRequest request) {
        return client.getTokensFromRefreshToken(call -> call.clientId(clientId)
                        .refreshToken(request.refreshToken().reveal())
                        .clientSecret(clientSecret == null ? null : clientSecret.reveal())
                        .deviceKey(request.deviceKey()))
                .authenticationResult();
    }

    private @Nullable AuthenticationResultType initiateAuth(RefreshRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("REFRESH_TOKEN", request.refreshToken().reveal());
        if (request.deviceKey() != null) {
            parameters.put("DEVICE_KEY", request.deviceKey());
        }
        if (clientSecret != null) {
            parameters.put("SECRET_HASH", SecretHash.of(request.username(), clientId, clientSecret));
        }
        return client.initiateAuth(call -> call.clientId(clientId)
                        .authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                        .authParameters(parameters))
                .authenticationResult();
    }

    @Override
    public Map<String, String> userAttributes(Secret accessToken) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (AttributeType attribute : call(() -> client.getUser(user -> user.accessToken(accessToken.reveal())))
                .userAttributes()) {
            attributes.put(attribute.name(), attribute.value());
        }
        return attributes;
    }

    @Override
    public void close() {
        client.close();
    }

    private static <T extends @Nullable Object> T call(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (AwsServiceException e) {
            String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
            throw CognitoMessages.refused(code == null || code.isEmpty() ? "Unknown" : code, isPassing(e), e);
        } catch (SdkException e) {
            throw CognitoMessages.noAnswer(e);
        }
    }

    private static boolean isPassing(AwsServiceException e) {
        return e.statusCode() >= 500 || e.statusCode() == 429 || e.isThrottlingException();
    }
}
