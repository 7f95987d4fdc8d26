package org.amplifyjakarta.it.localaws;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The users of the pool: those whom {@link LocalUser} names, and who signed up or came from Google since. */
final class PoolUsers {

    private static final String FEDERATED = "google_";
    private static final BigInteger TEN_TO_THE_TWENTY = BigInteger.TEN.pow(20);

    private static final int MAX_USERS = 10_000;

    private final Map<String, LocalUser> users = new ConcurrentHashMap<>();

    PoolUsers() {
        LocalUser.all().forEach(this::put);
    }

    Optional<LocalUser> named(String username) {
        return Optional.ofNullable(users.get(username));
    }

    Optional<LocalUser> withSub(String sub) {
        return users.values().stream().filter(user -> user.sub().equals(sub)).findFirst();
    }

    /** Returns the user who has that password. */
    Optional<LocalUser> withPassword(String username, String password) {
        return named(username)
                .filter(user -> MessageDigest.isEqual(
                        user.password().getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds a user of managed login, who needs no confirmation. */
    LocalUser signUp(String username, String email, String password) {
        requireUsername(username);
        AttributeSchema.requireWritable("email", email);
        PasswordPolicy.require(password);
        LocalUser user = LocalUser.signedUp(username, password, Map.of("email", email, "name", username));
        return add(
                user.with(user.login().with(password, UserStatus.CONFIRMED)).withAttribute("email_verified", "true"));
    }

    /** Adds a user whose name is free. */
    LocalUser add(LocalUser user) {
        requireUsername(user.username());
        requireRoom();
        if (users.putIfAbsent(user.username(), user) != null) {
            throw ServiceError.of("UsernameExistsException", "User already exists");
        }
        return user;
    }

    /** Adds a user, or puts him in the place of who has his name. */
    void put(LocalUser user) {
        users.put(user.username(), user);
    }

    /** Changes a user who is there. */
    Optional<LocalUser> change(String username, UnaryOperator<LocalUser> change) {
        return Optional.ofNullable(users.computeIfPresent(username, (name, user) -> change.apply(user)));
    }

    void remove(String username) {
        users.remove(username);
    }

    /** Returns the user whom Google knows by a name; the same name is the same user. */
    LocalUser federated(String name) {
        UUID sub = UUID.nameUUIDFromBytes((FEDERATED + name).getBytes(StandardCharsets.UTF_8));
        // as long as a number of Google's
        BigInteger number = new BigInteger(sub.toString().replace("-", ""), 16)
                .mod(TEN_TO_THE_TWENTY)
                .add(TEN_TO_THE_TWENTY);
        requireRoom();
        return users.computeIfAbsent(
                FEDERATED + number, username -> LocalUser.federated(username, sub.toString(), name));
    }

    private void requireRoom() {
        if (users.size() >= MAX_USERS) {
            throw ServiceError.of("LimitExceededException", "The pool has as many users as it may.");
        }
    }

    private static void requireUsername(String username) {
        if (!username.matches("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,128}") || username.startsWith(FEDERATED)) {
            throw ServiceError.of("InvalidParameterException", "Choose another username, without blanks.");
        }
    }
}
