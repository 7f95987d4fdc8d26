package org.amplifyjakarta.guard;

import java.util.Set;

/**
 * What a resource wants of its user.
 *
 * <p>Immutable.
 */
public sealed interface Requirement {

    /** Nothing. */
    record Open() implements Requirement {}

    /** A user, whoever it is. */
    record SignedIn() implements Requirement {}

    /** A user in one of these groups; names are compared letter by letter, and {@code **} is none. */
    record InGroup(Set<String> groups) implements Requirement {

        public InGroup {
            groups = Set.copyOf(groups);
        }
    }

    /** Nobody. */
    record Nobody() implements Requirement {}
}
