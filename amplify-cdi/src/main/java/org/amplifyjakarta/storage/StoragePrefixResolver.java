package org.amplifyjakarta.storage;

/**
 * What comes before the key of an object at an access level. An application that lays its bucket out in its own way has a
 * CDI bean of this type; without one the table of Amplify holds ({@link AccessLevel}).
 *
 * <p>Must be safe for concurrent use.
 */
public interface StoragePrefixResolver {

    /**
     * Returns the prefix, with a slash at its end.
     *
     * @param identityId the identity whose objects are meant: at {@link AccessLevel#PROTECTED} possibly another's than
     *     the user's own
     */
    String prefix(AccessLevel level, String identityId);

    /** Returns the prefixes that Amplify uses. */
    static StoragePrefixResolver ofAmplify() {
        return (level, identityId) -> switch (level) {
            case GUEST -> "public/";
            case PROTECTED -> "protected/" + identityId + "/";
            case PRIVATE -> "private/" + identityId + "/";
        };
    }
}
