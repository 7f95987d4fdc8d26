package org.amplifyjakarta.it.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.amplifyjakarta.it.localaws.SignedIn;

/** Signs in at the user pool of a running sample, over HTTP. */
public final class SampleTokens {

    private SampleTokens() {}

    /** Returns the tokens of the user {@code demo}. */
    public static SignedIn signIn(String base) throws IOException, InterruptedException {
        JsonObject configuration = json(HttpRequest.newBuilder(URI.create(base + "/api/configuration")));
        JsonObject request = Json.createObjectBuilder()
                .add("ClientId", configuration.getString("userPoolClientId"))
                .add("AuthFlow", "USER_PASSWORD_AUTH")
                .add(
                        "AuthParameters",
                        Json.createObjectBuilder().add("USERNAME", "demo").add("PASSWORD", "Passw0rd!"))
                .build();
        JsonObject tokens = json(HttpRequest.newBuilder(URI.create(configuration.getString("userPoolEndpoint")))
                        .header("X-Amz-Target", "AWSCognitoIdentityProviderService.InitiateAuth")
                        .POST(HttpRequest.BodyPublishers.ofString(request.toString())))
                .getJsonObject("AuthenticationResult");
        return new SignedIn(
                "demo", tokens.getString("AccessToken"), tokens.getString("IdToken"), tokens.getString("RefreshToken"));
    }

    private static JsonObject json(HttpRequest.Builder request) throws IOException, InterruptedException {
        String body = HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
        return Json.createReader(new StringReader(body)).readObject();
    }
}
