package org.amplifyjakarta.it.localaws;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * A code that was sent.
 *
 * @param to the email address or phone number
 * @param medium {@code EMAIL} or {@code SMS}
 */
public record Message(String to, String username, String medium, Purpose purpose, String code) {

    /** What a code is good for. */
    public enum Purpose {
        /** Confirms a sign-up. */
        SIGN_UP,
        /** Allows a new password. */
        FORGOT_PASSWORD,
        /** Is the second factor of a sign-in. */
        AUTHENTICATION
    }

    JsonObject json() {
        return Json.createObjectBuilder()
                .add("to", to)
                .add("username", username)
                .add("medium", medium)
                .add("purpose", purpose.name())
                .add("code", code)
                .build();
    }

    @Override
    public String toString() {
        return "Message[" + username + ", " + medium + ", " + purpose + "]";
    }
}
