package org.amplifyjakarta.it.localaws;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A user of the local pool. */
record LocalUser(String username, String sub, String password, List<String> groups, Map<String, String> attributes) {

    private static final List<LocalUser> ALL = Stream.of(
                    user("demo", "0d3b0000-0000-4000-8000-000000000001", "demo@example.com", List.of()),
                    user("admin", "0d3b0000-0000-4000-8000-000000000002", "admin@example.com", List.of("admins")),
                    user(
                            "bob+test@example.com",
                            "0d3b0000-0000-4000-8000-000000000003",
                            "bob+test@example.com",
                            List.of()),
                    user("Zoë Q (test)", "0d3b0000-0000-4000-8000-000000000004", "zoe@example.com", List.of()))
            .toList();

    static List<LocalUser> all() {
        return ALL;
    }

    static Optional<LocalUser> named(String username) {
        return ALL.stream().filter(user -> user.username.equals(username)).findFirst();
    }

    /** Returns a user who can sign in by a test alone. */
    static LocalUser made(String username) {
        String sub = UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8))
                .toString();
        return user(username, sub, username + "@example.com", List.of());
    }

    /** Returns a user who signs in with Google alone. */
    static LocalUser federated(String username, String sub, String name) {
        String email = name.contains("@") ? name : name.replaceAll("[^\\p{L}\\p{N}]+", ".") + "@gmail.example";
        String identities = Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("userId", username.replaceFirst(".*_", ""))
                        .add("providerName", AuthorizeRequest.GOOGLE)
                        .add("providerType", AuthorizeRequest.GOOGLE)
                        .addNull("issuer")
                        .add("primary", "true")
                        .add("dateCreated", "1700000000000"))
                .build()
                .toString();
        return new LocalUser(
                username,
                sub,
                UUID.randomUUID().toString(),
                List.of(UserPoolService.POOL_ID + "_" + AuthorizeRequest.GOOGLE),
                Map.of("sub", sub, "email", email, "email_verified", "false", "name", name, "identities", identities));
    }

    private static LocalUser user(String username, String sub, String email, List<String> groups) {
        return new LocalUser(
                username,
                sub,
                "Passw0rd!",
                groups,
                Map.of("sub", sub, "email", email, "email_verified", "true", "name", username));
    }
}
