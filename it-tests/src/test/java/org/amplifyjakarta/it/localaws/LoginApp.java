package org.amplifyjakarta.it.localaws;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;

/** An app whose users sign in at managed login. */
record LoginApp(LocalAws aws) {

    static final String CALLBACK = "http://localhost:8080/api/auth/sign-in-callback";
    static final String LOGGED_OUT = "http://localhost:8080/api/auth/sign-out-callback";
    static final String VERIFIER = "v".repeat(128);

    /** Returns an app that the local AWS knows. */
    static LoginApp of(LocalAws aws) {
        aws.addCallbackUrl(CALLBACK);
        aws.addLogoutUrl(LOGGED_OUT);
        return new LoginApp(aws);
    }

    /** Returns what Amplify's routes send. */
    Form asking() {
        return Form.of("")
                .with("redirect_uri", CALLBACK)
                .with("response_type", "code")
                .with("client_id", AppClient.WITHOUT_SECRET.id())
                .with("scope", "openid email profile aws.cognito.signin.user.admin")
                .with("state", "a state/ü?&=+")
                .with("code_challenge", Sha256.base64Url(VERIFIER, 32))
                .with("code_challenge_method", "S256");
    }

    String authorizeUrl(Form asked) {
        return asked.appendedTo(aws.url() + "/oauth2/authorize");
    }

    /** Returns the code for a user who signed in. */
    String code(String username, Form asked) {
        return Form.of(aws.authorize(username, asked.encoded()).getRawQuery()).required("code");
    }

    Form exchanging(String code) {
        return Form.of("")
                .with("client_id", AppClient.WITHOUT_SECRET.id())
                .with("code", code)
                .with("redirect_uri", CALLBACK)
                .with("code_verifier", VERIFIER)
                .with("grant_type", "authorization_code");
    }

    Form refreshing(String refreshToken) {
        return Form.of("")
                .with("client_id", AppClient.WITHOUT_SECRET.id())
                .with("refresh_token", refreshToken)
                .with("grant_type", "refresh_token");
    }

    HttpResponse<String> post(String path, Form form, String... headers) throws IOException, InterruptedException {
        return new LoginBrowser().post(aws.url() + path, form, headers);
    }

    /** Returns what the token endpoint says. */
    JsonObject token(Form form) throws IOException, InterruptedException {
        return json(post("/oauth2/token", form).body());
    }

    /** Returns the tokens of a user who signed in. */
    JsonObject signIn(String username) throws IOException, InterruptedException {
        return token(exchanging(code(username, asking())));
    }

    /** Calls the user pool API. */
    JsonObject userPool(String operation, JsonObjectBuilder request) throws IOException, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(URI.create(aws.url() + "/"))
                .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
                .POST(HttpRequest.BodyPublishers.ofString(request.build().toString()))
                .build();
        return json(
                HttpClient.newHttpClient().send(post, BodyHandlers.ofString()).body());
    }

    JsonObject getUser(JsonObject tokens) throws IOException, InterruptedException {
        return userPool("GetUser", Json.createObjectBuilder().add("AccessToken", tokens.getString("access_token")));
    }

    static JsonObject json(String body) {
        return Json.createReader(new StringReader(body)).readObject();
    }

    static JWTClaimsSet claims(JsonObject tokens, String name) throws ParseException {
        return SignedJWT.parse(tokens.getString(name)).getJWTClaimsSet();
    }
}
