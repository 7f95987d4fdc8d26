package org.amplifyjakarta.it.localaws;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** An app that calls the user pool, as tests need one. */
final class PoolClient {

    static final String PASSWORD = "N3w-password";

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalAws aws;

    PoolClient(LocalAws aws) {
        this.aws = aws;
    }

    static JsonObjectBuilder client() {
        return Json.createObjectBuilder().add("ClientId", AppClient.WITHOUT_SECRET.id());
    }

    static JsonObjectBuilder texts(Map<String, String> texts) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        texts.forEach(object::add);
        return object;
    }

    static JsonArrayBuilder attributes(Map<String, String> attributes) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        attributes.forEach((name, value) ->
                array.add(Json.createObjectBuilder().add("Name", name).add("Value", value)));
        return array;
    }

    /** Signs somebody up who has this email address and {@link #PASSWORD}. */
    JsonObject signUp(String username, String email) throws IOException, InterruptedException {
        return call("SignUp", signingUp(username).add("UserAttributes", attributes(Map.of("email", email))));
    }

    static JsonObjectBuilder signingUp(String username) {
        return client().add("Username", username).add("Password", PASSWORD);
    }

    /** Calls an operation that takes a username and a code. */
    JsonObject confirm(String operation, String username, String code) throws IOException, InterruptedException {
        return call(operation, client().add("Username", username).add("ConfirmationCode", code));
    }

    JsonObject confirmReset(String username, String code, String password) throws IOException, InterruptedException {
        return call(
                "ConfirmForgotPassword",
                client().add("Username", username).add("ConfirmationCode", code).add("Password", password));
    }

    JsonObject named(String operation, String username) throws IOException, InterruptedException {
        return call(operation, client().add("Username", username));
    }

    JsonObject signIn(String username, String password) throws IOException, InterruptedException {
        return call(
                "InitiateAuth",
                client().add("AuthFlow", "USER_PASSWORD_AUTH")
                        .add("AuthParameters", texts(Map.of("USERNAME", username, "PASSWORD", password))));
    }

    JsonObject respond(String challenge, String session, Map<String, String> responses)
            throws IOException, InterruptedException {
        return call(
                "RespondToAuthChallenge",
                client().add("ChallengeName", challenge)
                        .add("Session", session)
                        .add("ChallengeResponses", texts(responses)));
    }

    JsonObject withToken(String operation, String accessToken, Map<String, String> more)
            throws IOException, InterruptedException {
        return call(operation, texts(more).add("AccessToken", accessToken));
    }

    JsonObject call(String operation, JsonObjectBuilder request) throws IOException, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(URI.create(aws.url() + "/"))
                .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
                .POST(HttpRequest.BodyPublishers.ofString(request.build().toString()))
                .build();
        try (JsonReader reader = Json.createReader(
                new StringReader(http.send(post, BodyHandlers.ofString()).body()))) {
            return reader.readObject();
        }
    }

    static String error(JsonObject answer) {
        return answer.getString("__type", "none");
    }

    static String accessToken(JsonObject answer) {
        return answer.getJsonObject("AuthenticationResult").getString("AccessToken");
    }
}
