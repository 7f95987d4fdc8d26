package org.amplifyjakarta.faces.data;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.graphql.GraphQLException;
import org.jspecify.annotations.Nullable;

/** Something that is fetched once, when it is asked for first. Bound to one request; not safe for other threads. */
final class Fetch<T> {

    /** What the session of a visitor lacks, which is no fault of the page. */
    private static final Set<String> SESSION = Set.of("NoValidAuthTokens", "NoCredentials");

    private final Supplier<T> source;
    private final boolean tolerant;
    private @Nullable T value;
    private @Nullable AmplifyException failure;

    /** @param tolerant whether somebody shows what fails; otherwise it is thrown */
    Fetch(Supplier<T> source, boolean tolerant) {
        this.source = source;
        this.tolerant = tolerant;
    }

    /** Returns it; empty where it failed. */
    Optional<T> get() {
        if (value == null && failure == null) {
            try {
                value = source.get();
            } catch (AmplifyException e) {
                if (!tolerant || !canBeShown(e)) {
                    throw e;
                }
                failure = e;
            }
        }
        return Optional.ofNullable(value);
    }

    /** Returns why it could not be fetched. */
    Optional<AmplifyException> failure() {
        return Optional.ofNullable(failure);
    }

    private static boolean canBeShown(AmplifyException e) {
        return e instanceof GraphQLException || e instanceof UnavailableException || SESSION.contains(e.name());
    }
}
