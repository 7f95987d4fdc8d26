package org.amplifyjakarta.it.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.InstantSource;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.ConfigKey;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.token.Tokens;
import org.amplifyjakarta.token.UserPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** App clients with and without a secret, and both operations that refresh. */
class AppClientsTest {

    private static final String PUBLIC = "localclient000000000000001";
    private static final String CONFIDENTIAL = "localclientwithsecret00001";
    private static final String SECRET = "a-public-test-secret-of-the-local-aws-0000000000000";
    private static final Duration EXPIRED = Duration.ofHours(2);

    private final LocalAws aws = LocalAws.start(0);

    @AfterEach
    void stop() {
        aws.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"get-tokens-from-refresh-token", "initiate-auth"})
    void aClientWithoutASecretRefreshes(String api) {
        String cookies = BrowserCookies.of(aws.signIn("demo", EXPIRED)).header();

        assertThat(refreshed(PUBLIC, "", api, cookies).accessToken().username()).isEqualTo("demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"get-tokens-from-refresh-token", "initiate-auth"})
    void aClientWithASecretProvesIt(String api) {
        String cookies = confidentialCookies();

        assertThat(refreshed(CONFIDENTIAL, SECRET, api, cookies).accessToken().username())
                .isEqualTo("Zoë Q (test)");
    }

    @Test
    void anOperationThatThePoolHasSwitchedOffEndsNoSession() {
        aws.change(settings -> settings.withRotation(true));
        String cookies = BrowserCookies.of(aws.signIn("demo", EXPIRED)).header();

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> refreshed(PUBLIC, "", "initiate-auth", cookies));
    }

    private String confidentialCookies() {
        return BrowserCookies.of(aws.signInWithSecret("Zoë Q (test)", EXPIRED))
                .header()
                .replace(PUBLIC, CONFIDENTIAL);
    }

    private Tokens refreshed(String client, String secret, String api, String cookies) {
        AmplifyConfig config = AmplifyConfig.builder()
                .auth(auth -> auth.userPoolId("us-east-1_LocalPool")
                        .userPoolClientId(client)
                        .userPoolClientSecret(secret)
                        .userPoolEndpoint(aws.url() + "/")
                        .issuer(aws.issuerUri()))
                .set(ConfigKey.TOKEN_REFRESH_API, api)
                .build();
        UserPool.Surroundings surroundings =
                new UserPool.Surroundings(InstantSource.system(), Runnable::run, event -> {});
        try (UserPool pool = UserPool.open(config, surroundings)) {
            return pool.session(InMemoryCookieStorage.ofHeader(cookies))
                    .tokens()
                    .orElseThrow();
        }
    }
}
