package org.amplifyjakarta.it.localaws;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.amplifyjakarta.it.support.NodeModules;
import org.junit.jupiter.api.Test;

class AmplifyJsTest {

    @Test
    void theRealAmplifyJsSignsInRefreshesAndSignsOut() throws Exception {
        NodeModules node = NodeModules.orSkip();
        JsonArrayBuilder signIns = Json.createArrayBuilder();
        for (LocalUser user : LocalUser.all()) {
            for (String flow : List.of("USER_SRP_AUTH", "USER_PASSWORD_AUTH")) {
                signIns.add(Json.createObjectBuilder()
                        .add("username", user.username())
                        .add("password", user.password())
                        .add("authFlowType", flow));
            }
        }

        try (LocalAws aws = LocalAws.start(0)) {
            aws.change(settings -> settings.withRotation(true));
            JsonArray results = Json.createReader(new StringReader(
                            node.run("amplify-session.mjs", signIns.build().toString(), aws.url())))
                    .readArray();

            assertThat(results).hasSize(8);
            for (JsonObject result : results.getValuesAs(JsonObject.class)) {
                assertThat(result.getBoolean("isSignedIn")).isTrue();
                assertThat(result.getBoolean("refreshed")).isTrue();
                assertThat(result.getInt("left")).isZero();
            }
            assertThat(results.getJsonObject(2).getJsonArray("groups")).hasToString("[\"admins\"]");
            assertThat(results.getJsonObject(6).getString("username")).isEqualTo("Zoë Q (test)");
            assertThat(results.getJsonObject(4).getString("email")).isEqualTo("bob+test@example.com");
            assertThat(aws.calls())
                    .containsEntry("GetTokensFromRefreshToken", 8)
                    .containsEntry("RevokeToken", 8);
        }
    }
}
