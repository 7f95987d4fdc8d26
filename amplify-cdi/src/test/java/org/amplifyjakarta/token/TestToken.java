package org.amplifyjakarta.token;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;

/** The claims of a test token; each method returns another one. Immutable. */
public record TestToken(JsonObject claims) {

    public static final String ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Test00001";
    public static final String CLIENT = "testclient00000000000000001";

    public static TestToken access(String user, Instant expiry) {
        return new TestToken(common(user, expiry)
                .add("token_use", "access")
                .add("client_id", CLIENT)
                .add("username", user)
                .build());
    }

    public static TestToken id(String user, Instant expiry) {
        return new TestToken(common(user, expiry)
                .add("token_use", "id")
                .add("aud", CLIENT)
                .add("cognito:username", user)
                .add("email", user + "@example.com")
                .build());
    }

    public TestToken with(String claim, JsonValue value) {
        return new TestToken(Json.createObjectBuilder(claims).add(claim, value).build());
    }

    public TestToken with(String claim, String value) {
        return with(claim, Json.createValue(value));
    }

    public TestToken with(String claim, long value) {
        return with(claim, Json.createValue(value));
    }

    public TestToken without(String claim) {
        return new TestToken(Json.createObjectBuilder(claims).remove(claim).build());
    }

    public String signed() {
        return TestKeys.sign("{\"alg\":\"RS256\",\"kid\":\"pool-key\"}", claims.toString());
    }

    private static JsonObjectBuilder common(String user, Instant expiry) {
        return Json.createObjectBuilder()
                .add("sub", "sub-of-" + user)
                .add("iss", ISSUER)
                .add("iat", expiry.getEpochSecond() - 3600)
                .add("exp", expiry.getEpochSecond())
                .add("jti", user + "-" + expiry.getEpochSecond());
    }
}
