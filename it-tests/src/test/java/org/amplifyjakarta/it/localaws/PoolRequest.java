package org.amplifyjakarta.it.localaws;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Optional;

/** A request of the user pool API, or an object within one; what is missing is refused as Cognito does. */
record PoolRequest(JsonObject body) {

    String text(String name) {
        return optional(name).orElseThrow(() -> missing(name));
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(body.get(name))
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .filter(value -> !value.isEmpty());
    }

    PoolRequest object(String name) {
        if (body.get(name) instanceof JsonObject object) {
            return new PoolRequest(object);
        }
        throw missing(name);
    }

    boolean flag(String name) {
        return body.getBoolean(name, false);
    }

    /** Returns the app client. */
    AppClient client() {
        String id = text("ClientId");
        return AppClient.named(id)
                .orElseThrow(() ->
                        ServiceError.of("ResourceNotFoundException", "User pool client " + id + " does not exist."));
    }

    /** Returns the user's name, which an app client with a secret must have signed. */
    String username() {
        String username = text("Username");
        client().requireSecretHash(username, optional("SecretHash").orElse(""));
        return username;
    }

    private static ServiceError missing(String name) {
        return ServiceError.of("InvalidParameterException", "Missing required parameter " + name);
    }

    @Override
    public String toString() {
        return "PoolRequest" + body.keySet();
    }
}
