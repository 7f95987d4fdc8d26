package org.amplifyjakarta.it.signin;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The app clients that the peer knows: as different as it can tell them apart. */
enum PeerClient {
    /**
     * Proves itself by HTTP Basic, and has refresh tokens. Its secret has no {@code +}, though one of Cognito's may: Cognito's
     * documentation encodes {@code client_id:client_secret} as it is, this peer wants both form-encoded before that (RFC 6749
     * §2.3.1), and only without a {@code +} are the two the same.
     */
    CONFIDENTIAL("confidentialclient", "the_secret_of_the_confidential_client"),

    /** Has no secret; its users are asked for consent, which they can refuse. */
    PUBLIC("publicclient", null);

    static final String ORIGIN = "https://posts.example";
    static final List<String> SCOPES = List.of("openid", "email", "aws.cognito.signin.user.admin");

    private final String id;
    private final @Nullable String secret;

    PeerClient(String id, @Nullable String secret) {
        this.id = id;
        this.secret = secret;
    }

    String id() {
        return id;
    }

    @Nullable String secret() {
        return secret;
    }

    RegisteredClient registered(PasswordEncoder encoder) {
        RegisteredClient.Builder client = RegisteredClient.withId(
                        UUID.nameUUIDFromBytes(new byte[] {(byte) ordinal()}).toString())
                .clientId(id)
                .clientAuthenticationMethod(
                        secret == null
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(ORIGIN + "/api/auth/sign-in-callback")
                .postLogoutRedirectUri(ORIGIN + "/api/auth/sign-out-callback")
                .scopes(scopes -> scopes.addAll(SCOPES))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(secret == null)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofHours(1))
                        .build());
        return (secret == null ? client : client.clientSecret(encoder.encode(secret))).build();
    }
}
