package org.amplifyjakarta.it.sample;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.amplifyjakarta.session.AuthUser;
import org.amplifyjakarta.token.SignInDetails;
import org.jspecify.annotations.Nullable;

/** The user who is signed in, as JSON. */
final class UserJson {

    private UserJson() {}

    static JsonObject of(AuthUser user) {
        return Json.createObjectBuilder()
                .add("username", user.username())
                .add("userId", user.userId())
                .add("signInDetails", details(user.signInDetails()))
                .build();
    }

    static JsonValue text(@Nullable String text) {
        return text == null ? JsonValue.NULL : Json.createValue(text);
    }

    private static JsonValue details(@Nullable SignInDetails details) {
        return details == null
                ? JsonValue.NULL
                : Json.createObjectBuilder()
                        .add("loginId", text(details.loginId()))
                        .add("authFlowType", text(details.authFlowType()))
                        .build();
    }
}
