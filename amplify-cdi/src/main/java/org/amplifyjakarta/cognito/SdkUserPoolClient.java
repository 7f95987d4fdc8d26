package org.amplifyjakarta.cognito;

import java.util.LinkedHashMap;
import java.util.Map;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.config.TokenConfig;
import org.amplifyjakarta.config.TokenConfig.RefreshApi;
import org.amplifyjakarta.config.UserPoolConfig;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

/** {@link UserPoolClient} over the AWS SDK. */
public final class SdkUserPoolClient implements UserPoolClient {

    private static final int ATTEMPTS = 2;

    private final CognitoIdentityProviderClient client;
    private final String clientId;
    private final @Nullable Secret clientSecret;
    private final RefreshApi refreshApi;
    private final AuthenticationClient authentication;

    /** Builds the SDK client, which takes some hundred milliseconds: once an app client, off the request path. */
    public SdkUserPoolClient(UserPoolConfig pool, TokenConfig config) {
        this.client = CognitoIdentityProviderClient.builder()
                .region(Region.of(pool.region()))
                .endpointOverride(pool.endpoint())
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(SdkLimits.http(config.timeouts()))
                .overrideConfiguration(SdkLimits.retrying(config.timeouts(), ATTEMPTS))
                .build();
        this.clientId = pool.clientId();
        this.clientSecret = pool.clientSecret();
        this.refreshApi = config.refreshApi();
        this.authentication = new SdkAuthenticationClient(client, clientId, clientSecret);
    }

    @Override
    public RefreshAnswer refresh(RefreshRequest request) {
        AuthenticationResultType result = SdkLimits.call(
                () -> refreshApi == RefreshApi.INITIATE_AUTH ? initiateAuth(request) : getTokens(request));
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
        for (AttributeType attribute : SdkLimits.call(
                        () -> client.getUser(user -> user.accessToken(accessToken.reveal())))
                .userAttributes()) {
            attributes.put(attribute.name(), attribute.value());
        }
        return attributes;
    }

    @Override
    public AuthenticationClient authentication() {
        return authentication;
    }

    @Override
    public void close() {
        client.close();
    }
}
