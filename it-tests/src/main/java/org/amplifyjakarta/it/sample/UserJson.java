package org.amplifyjakarta.it.sample;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.amplifyjakarta.session.AuthUser;
import org.amplifyjakarta.token.SignInDetails;

/** The user who is signed in, as JSON. */
final class UserJson {

    private UserJson() {}

    static JsonObject of(AuthUser user) {
        JsonObjectBuilder json =
                JsonBodies.object().add("username", user.username()).add("userId", user.userId());
        SignInDetails details = user.signInDetails();
        return (details == null ? json.addNull("signInDetails") : json.add("signInDetails", of(details))).build();
    }

    private static JsonObjectBuilder of(SignInDetails details) {
        JsonObjectBuilder json = JsonBodies.add(JsonBodies.object(), "loginId", details.loginId());
        return JsonBodies.add(json, "authFlowType", details.authFlowType());
    }
}
