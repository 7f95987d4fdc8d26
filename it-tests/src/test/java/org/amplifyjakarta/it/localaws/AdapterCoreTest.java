package org.amplifyjakarta.it.localaws;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import org.amplifyjakarta.it.support.NodeModules;
import org.junit.jupiter.api.Test;

/** What the README says that the npm adapter-core costs; {@code CredentialsIT} counts the same for this library. */
class AdapterCoreTest {

    private static final int REQUESTS = 1000;

    @Test
    void theNpmAdapterFetchesCredentialsForEachRequest() throws Exception {
        NodeModules node = NodeModules.orSkip();
        try (LocalAws aws = LocalAws.start(0)) {
            SignedIn demo = aws.signIn("demo");
            String prefix = "CognitoIdentityServiceProvider." + AppClient.WITHOUT_SECRET.id() + ".";
            JsonObject cookies = Json.createObjectBuilder()
                    .add(prefix + "LastAuthUser", "demo")
                    .add(prefix + "demo.accessToken", demo.accessToken())
                    .add(prefix + "demo.idToken", demo.idToken())
                    .add(prefix + "demo.refreshToken", demo.refreshToken())
                    .add(prefix + "demo.clockDrift", "0")
                    .build();

            String result = node.run("adapter-core.mjs", cookies.toString(), aws.url(), Integer.toString(REQUESTS));

            assertThat(result.strip()).isEqualTo("{\"withCredentials\":" + REQUESTS + "}");
            assertThat(aws.calls()).isEqualTo(Map.of("GetId", REQUESTS, "GetCredentialsForIdentity", REQUESTS));
        }
    }
}
