package org.amplifyjakarta.cognito;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.Secret;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AssociateSoftwareTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifySoftwareTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifySoftwareTokenResponseType;

/** {@link AuthenticationClient} over the SDK client of an app client. */
final class SdkAuthenticationClient implements AuthenticationClient {

    private final CognitoIdentityProviderClient client;
    private final String clientId;
    private final @Nullable Secret clientSecret;

    SdkAuthenticationClient(CognitoIdentityProviderClient client, String clientId, @Nullable Secret clientSecret) {
        this.client = client;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    @Override
    public AuthAnswer initiateSrp(String username, String srpA) {
        Map<String, String> parameters = proved(username);
        parameters.put("SRP_A", srpA);
        InitiateAuthResponse answer = SdkLimits.call(() -> client.initiateAuth(call ->
                call.clientId(clientId).authFlow(AuthFlowType.USER_SRP_AUTH).authParameters(parameters)));
        return answer(
                answer.challengeNameAsString(),
                answer.challengeParameters(),
                answer.session(),
                answer.authenticationResult());
    }

    @Override
    public AuthAnswer respond(ChallengeResponse response) {
        Map<String, String> answers = proved(response.username());
        answers.putAll(response.answers());
        Secret session = response.session();
        RespondToAuthChallengeResponse answer =
                SdkLimits.call(() -> client.respondToAuthChallenge(call -> call.clientId(clientId)
                        .challengeName(response.challenge())
                        .session(session == null ? null : session.reveal())
                        .challengeResponses(answers)));
        return answer(
                answer.challengeNameAsString(),
                answer.challengeParameters(),
                answer.session(),
                answer.authenticationResult());
    }

    @Override
    public SignUpAnswer signUp(String username, Secret password, Map<String, String> attributes) {
        List<AttributeType> given = attributes.entrySet().stream()
                .map(each -> AttributeType.builder()
                        .name(each.getKey())
                        .value(each.getValue())
                        .build())
                .toList();
        SignUpResponse answer = SdkLimits.call(() -> client.signUp(call -> call.clientId(clientId)
                .secretHash(secretHash(username))
                .username(username)
                .password(password.reveal())
                .userAttributes(given)));
        return new SignUpAnswer(
                Boolean.TRUE.equals(answer.userConfirmed()),
                delivery(answer.codeDeliveryDetails()).orElse(null));
    }

    @Override
    public void confirmSignUp(String username, Secret code) {
        SdkLimits.call(() -> client.confirmSignUp(call -> call.clientId(clientId)
                .secretHash(secretHash(username))
                .username(username)
                .confirmationCode(code.reveal())));
    }

    @Override
    public Optional<Delivery> resendConfirmationCode(String username) {
        return delivery(SdkLimits.call(() -> client.resendConfirmationCode(call ->
                        call.clientId(clientId).secretHash(secretHash(username)).username(username)))
                .codeDeliveryDetails());
    }

    @Override
    public Optional<Delivery> forgotPassword(String username) {
        return delivery(SdkLimits.call(() -> client.forgotPassword(call ->
                        call.clientId(clientId).secretHash(secretHash(username)).username(username)))
                .codeDeliveryDetails());
    }

    @Override
    public void confirmForgotPassword(String username, Secret code, Secret password) {
        SdkLimits.call(() -> client.confirmForgotPassword(call -> call.clientId(clientId)
                .secretHash(secretHash(username))
                .username(username)
                .confirmationCode(code.reveal())
                .password(password.reveal())));
    }

    @Override
    public SoftwareToken associateSoftwareToken(Secret session) {
        AssociateSoftwareTokenResponse answer =
                SdkLimits.call(() -> client.associateSoftwareToken(call -> call.session(session.reveal())));
        return new SoftwareToken(secret(answer.session()), Secret.of(answer.secretCode()));
    }

    @Override
    public Optional<Secret> verifySoftwareToken(Secret session, Secret code) {
        VerifySoftwareTokenResponse answer = SdkLimits.call(() -> client.verifySoftwareToken(
                call -> call.session(session.reveal()).userCode(code.reveal())));
        return answer.status() == VerifySoftwareTokenResponseType.SUCCESS
                ? Optional.of(answer.session() == null ? session : Secret.of(answer.session()))
                : Optional.empty();
    }

    @Override
    public void revoke(Secret refreshToken) {
        SdkLimits.call(() -> client.revokeToken(call -> call.clientId(clientId)
                .clientSecret(clientSecret == null ? null : clientSecret.reveal())
                .token(refreshToken.reveal())));
    }

    /** Returns what every request about a user holds. */
    private Map<String, String> proved(String username) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("USERNAME", username);
        String hash = secretHash(username);
        if (hash != null) {
            parameters.put("SECRET_HASH", hash);
        }
        return parameters;
    }

    private @Nullable String secretHash(String username) {
        return clientSecret == null ? null : SecretHash.of(username, clientId, clientSecret);
    }

    private static AuthAnswer answer(
            @Nullable String challenge,
            Map<String, String> parameters,
            @Nullable String session,
            @Nullable AuthenticationResultType result) {
        return new AuthAnswer(
                challenge,
                parameters,
                secret(session),
                result == null
                        ? null
                        : new RefreshAnswer(result.accessToken(), result.idToken(), result.refreshToken()));
    }

    private static @Nullable Secret secret(@Nullable String text) {
        return text == null ? null : Secret.of(text);
    }

    private static Optional<Delivery> delivery(@Nullable CodeDeliveryDetailsType told) {
        return told == null || told.deliveryMediumAsString() == null
                ? Optional.empty()
                : Optional.of(new Delivery(told.deliveryMediumAsString(), told.destination()));
    }
}
