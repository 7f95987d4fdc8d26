package org.amplifyjakarta.it.localaws;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a user who is signed in reads and changes of the account; setting up an app may come before. */
final class Accounts {

    private final PoolUsers users;
    private final Grants grants;
    private final SentCodes codes;
    private final SoftwareTokens softwareTokens;
    private final MfaPreferences preferences;
    private final Function<PoolRequest, String> authorized;

    /** Makes the operations; {@code authorized} returns the {@code sub} of whose access token a request has. */
    Accounts(
            PoolUsers users,
            Grants grants,
            SentCodes codes,
            SoftwareTokens softwareTokens,
            Function<PoolRequest, String> authorized) {
        this.users = users;
        this.grants = grants;
        this.codes = codes;
        this.softwareTokens = softwareTokens;
        this.preferences = new MfaPreferences(users);
        this.authorized = authorized;
    }

    JsonObject get(PoolRequest request) {
        LocalUser user = user(request);
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("Username", user.username())
                .add("UserAttributes", attributes(user.attributes()));
        MfaPreferences.describe(user, answer);
        return answer.build();
    }

    JsonObject delete(PoolRequest request) {
        LocalUser user = user(request);
        users.remove(user.username());
        codes.forget(user.username());
        grants.revokeAllOf(user.sub());
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    JsonObject setPreference(PoolRequest request) {
        return preferences.set(user(request), request);
    }

    JsonObject associateSoftwareToken(PoolRequest request) {
        Optional<String> session = request.optional("Session");
        return session.isPresent() ? softwareTokens.associate(session.get()) : softwareTokens.associate(user(request));
    }

    JsonObject verifySoftwareToken(PoolRequest request) {
        Optional<String> session = request.optional("Session");
        String code = request.text("UserCode");
        return session.isPresent()
                ? softwareTokens.verify(session.get(), code)
                : softwareTokens.verify(user(request), code);
    }

    private LocalUser user(PoolRequest request) {
        return users.withSub(authorized.apply(request))
                .orElseThrow(() -> ServiceError.of("UserNotFoundException", "User does not exist."));
    }

    private static JsonArrayBuilder attributes(Map<String, String> attributes) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        attributes.forEach((name, value) ->
                all.add(Json.createObjectBuilder().add("Name", name).add("Value", value)));
        return all;
    }
}
