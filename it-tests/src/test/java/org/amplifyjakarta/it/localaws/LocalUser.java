package org.amplifyjakarta.it.localaws;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A user of the local pool. A test makes one in the state that it needs: {@code LocalUser.of("ann",
 * "Passw0rd!").withPhone("+15550100").with(Factor.SMS_MFA)}.
 *
 * <p>Immutable.
 */
public final class LocalUser {

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

    private final String username;
    private final String sub;
    private final List<String> groups;
    private final Map<String, String> attributes;
    private final UserLogin login;

    private LocalUser(
            String username, String sub, List<String> groups, Map<String, String> attributes, UserLogin login) {
        this.username = username;
        this.sub = sub;
        this.groups = List.copyOf(groups);
        this.attributes = Map.copyOf(attributes);
        this.login = login;
    }

    static List<LocalUser> all() {
        return ALL;
    }

    /** Returns a confirmed user with a verified email address: {@code username@example.com}. */
    public static LocalUser of(String username, String password) {
        return made(username).with(new UserLogin(password, UserStatus.CONFIRMED));
    }

    /** Returns a user who can sign in by a test alone. */
    static LocalUser made(String username) {
        String sub = UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8))
                .toString();
        return user(username, sub, username + "@example.com", List.of());
    }

    /** Returns a user who signed up; nothing of what he said was verified. */
    static LocalUser signedUp(String username, String password, Map<String, String> attributes) {
        String sub = UUID.randomUUID().toString();
        Map<String, String> all = new HashMap<>(attributes);
        all.put("sub", sub);
        return new LocalUser(username, sub, List.of(), all, new UserLogin(password, UserStatus.UNCONFIRMED));
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
                List.of(UserPoolService.POOL_ID + "_" + AuthorizeRequest.GOOGLE),
                Map.of("sub", sub, "email", email, "email_verified", "false", "name", name, "identities", identities),
                new UserLogin(UUID.randomUUID().toString(), UserStatus.CONFIRMED));
    }

    private static LocalUser user(String username, String sub, String email, List<String> groups) {
        return new LocalUser(
                username,
                sub,
                groups,
                Map.of("sub", sub, "email", email, "email_verified", "true", "name", username),
                new UserLogin("Passw0rd!", UserStatus.CONFIRMED));
    }

    /** Returns the user as one who signed up and has not confirmed it. */
    public LocalUser unconfirmed() {
        return with(login.with(login.password(), UserStatus.UNCONFIRMED)).withAttribute("email_verified", "false");
    }

    /** Returns the user as an administrator creates one: the first sign-in must replace the password. */
    public LocalUser withTemporaryPassword() {
        return with(login.with(login.password(), UserStatus.FORCE_CHANGE_PASSWORD));
    }

    /** Returns the user as after an administrator's reset. */
    public LocalUser withPasswordToReset() {
        return with(login.with(login.password(), UserStatus.RESET_REQUIRED));
    }

    /** Returns the user with an attribute. */
    public LocalUser withAttribute(String name, String value) {
        Map<String, String> more = new HashMap<>(attributes);
        more.put(name, value);
        return new LocalUser(username, sub, groups, more, login);
    }

    /** Returns the user without an attribute. */
    public LocalUser withoutAttribute(String name) {
        Map<String, String> fewer = new HashMap<>(attributes);
        fewer.remove(name);
        return new LocalUser(username, sub, groups, fewer, login);
    }

    /** Returns the user with a verified phone number. */
    public LocalUser withPhone(String number) {
        return withAttribute("phone_number", number).withAttribute("phone_number_verified", "true");
    }

    /** Returns the user with one more factor switched on; of several, the user chooses unless one is preferred. */
    public LocalUser with(Factor factor) {
        return with(login.with(factor));
    }

    /** Returns the user with an authenticator app, switched on; the secret is Base32. */
    public LocalUser withTotp(String secret) {
        return with(login.withTotp(secret).with(Factor.SOFTWARE_TOKEN_MFA));
    }

    /** Returns the user who prefers a factor. */
    public LocalUser preferring(Factor factor) {
        return with(login.preferring(factor));
    }

    LocalUser with(UserLogin other) {
        return new LocalUser(username, sub, groups, attributes, other);
    }

    String username() {
        return username;
    }

    String sub() {
        return sub;
    }

    String password() {
        return login.password();
    }

    List<String> groups() {
        return groups;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    UserLogin login() {
        return login;
    }

    @Override
    public String toString() {
        return "LocalUser[" + username + "]";
    }
}
