package org.amplifyjakarta.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.config.AmplifyConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the way to Cognito may do to a refresh: none of it ends a session. */
@Tag("X-09")
class SdkUserPoolClientTest {

    private static final Secret REFRESH_TOKEN = Secret.of("refresh-token-of-the-test");

    @Test
    void aHostWithoutAnAddressPasses() {
        assertPasses("https://cognito.invalid");
    }

    @Test
    void aServerWithoutTlsPasses() throws IOException {
        HttpServer plain = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        plain.start();
        try {
            assertPasses("https://127.0.0.1:" + plain.getAddress().getPort());
        } finally {
            plain.stop(0);
        }
    }

    private static void assertPasses(String endpoint) {
        AmplifyConfig config = AmplifyConfig.builder()
                .auth(auth -> auth.userPoolId("eu-west-1_Test00001")
                        .userPoolClientId("testclient00000000000000001")
                        .userPoolEndpoint(endpoint))
                .build();
        try (SdkUserPoolClient client = new SdkUserPoolClient(config.requireUserPool(), config.token())) {
            CognitoException failure = catchThrowableOfType(
                    CognitoException.class, () -> client.refresh(new RefreshRequest(REFRESH_TOKEN, "demo", null)));

            assertThat(failure.isPassing()).isTrue();
            assertThat(failure.name()).isEqualTo("NetworkError");
            assertThat(failure).hasMessageNotContaining(REFRESH_TOKEN.reveal());
        }
    }
}
