package org.amplifyjakarta.storage;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where an object, or a group of objects, lies in a bucket: a path as it is, a path made of the user's identity, or a key
 * at an access level as in older versions of Amplify.
 *
 * <pre>{@code
 * StoragePath.of("public/album/1.jpg")
 * StoragePath.ofIdentity(identityId -> "private/" + identityId + "/album/1.jpg")
 * StoragePath.key("album/1.jpg", AccessLevel.PRIVATE)
 * }</pre>
 *
 * <p>Immutable, if the function is pure.
 */
public final class StoragePath {

    private final Resolution resolution;

    private interface Resolution {
        Resolved resolve(String identityId, StoragePrefixResolver prefixes);
    }

    /**
     * A path for one identity.
     *
     * @param prefix what an access level puts before the key, empty for a path
     */
    record Resolved(String prefix, String key) {
        String path() {
            return prefix + key;
        }
    }

    private StoragePath(Resolution resolution) {
        this.resolution = resolution;
    }

    /** Returns a path that is the same for everybody. */
    public static StoragePath of(String path) {
        Objects.requireNonNull(path, "path");
        return new StoragePath((identityId, prefixes) -> new Resolved("", path));
    }

    /** Returns a path that depends on the identity of whoever makes the request. */
    public static StoragePath ofIdentity(UnaryOperator<String> path) {
        return new StoragePath((identityId, prefixes) -> new Resolved("", path.apply(identityId)));
    }

    /** Returns a key at an access level, of the user's own at the levels that have an owner. */
    public static StoragePath key(String key, AccessLevel level) {
        return key(key, level, null);
    }

    /**
     * Returns a key at an access level.
     *
     * @param targetIdentityId whose object it is at {@link AccessLevel#PROTECTED}, null for the user's own; without
     *     meaning at the other levels
     */
    public static StoragePath key(String key, AccessLevel level, @Nullable String targetIdentityId) {
        Objects.requireNonNull(key, "key");
        return new StoragePath((identityId, prefixes) -> new Resolved(
                prefixes.prefix(
                        level,
                        level == AccessLevel.PROTECTED && targetIdentityId != null ? targetIdentityId : identityId),
                key));
    }

    Resolved resolve(String identityId, StoragePrefixResolver prefixes) {
        return resolution.resolve(identityId, prefixes);
    }
}
