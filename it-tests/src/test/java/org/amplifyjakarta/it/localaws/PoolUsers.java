package org.amplifyjakarta.it.localaws;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The users of the pool: those whom {@link LocalUser} names, and who signed up or came from Google since. */
final class PoolUsers {

    private static final String FEDERATED = "google_";
    private static final BigInteger TEN_TO_THE_TWENTY = BigInteger.TEN.pow(20);

    private final Map<String, LocalUser> added = new ConcurrentHashMap<>();

    Optional<LocalUser> named(String username) {
        return LocalUser.named(username).or(() -> Optional.ofNullable(added.get(username)));
    }

    Optional<LocalUser> withSub(String sub) {
        return Stream.concat(LocalUser.all().stream(), added.values().stream())
                .filter(user -> user.sub().equals(sub))
                .findFirst();
    }

    /** Returns the user who has that password. */
    Optional<LocalUser> withPassword(String username, String password) {
        return named(username)
                .filter(user -> MessageDigest.isEqual(
                        user.password().getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds a user, who needs no confirmation. */
    LocalUser signUp(String username, String email, String password) {
        if (!username.matches("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,128}") || username.startsWith(FEDERATED)) {
            throw ServiceError.of("InvalidParameterException", "Choose another username, without blanks.");
        }
        if (!email.matches("[^@\\s]{1,64}@[^@\\s]{1,255}")) {
            throw ServiceError.of("InvalidParameterException", "Invalid email address format.");
        }
        requirePolicy(password);
        String sub = UUID.randomUUID().toString();
        Map<String, String> attributes = Map.of("sub", sub, "email", email, "email_verified", "true", "name", username);
        LocalUser user = new LocalUser(username, sub, password, List.of(), attributes);
        if (LocalUser.named(username).isPresent() || added.putIfAbsent(username, user) != null) {
            throw ServiceError.of("UsernameExistsException", "User already exists");
        }
        return user;
    }

    /** Returns the user whom Google knows by a name; the same name is the same user. */
    LocalUser federated(String name) {
        UUID sub = UUID.nameUUIDFromBytes((FEDERATED + name).getBytes(StandardCharsets.UTF_8));
        // as long as a number of Google's
        BigInteger number = new BigInteger(sub.toString().replace("-", ""), 16)
                .mod(TEN_TO_THE_TWENTY)
                .add(TEN_TO_THE_TWENTY);
        return added.computeIfAbsent(
                FEDERATED + number, username -> LocalUser.federated(username, sub.toString(), name));
    }

    private static void requirePolicy(String password) {
        boolean strong = Stream.of(".{8,256}", ".*[a-z].*", ".*[A-Z].*", ".*[0-9].*", ".*[^a-zA-Z0-9].*")
                .allMatch(password::matches);
        if (!strong) {
            throw ServiceError.of(
                    "InvalidPasswordException",
                    "The password needs 8 characters, among them a small and a capital letter, a digit and a symbol.");
        }
    }
}
