package org.amplifyjakarta.storage;

import java.util.List;

/**
 * What became of the objects that were to be removed. Immutable.
 *
 * @param removed their paths
 * @param failures those that are still there
 */
public record RemoveResult(List<String> removed, List<Failure> failures) {

    public RemoveResult {
        removed = List.copyOf(removed);
        failures = List.copyOf(failures);
    }

    /**
     * An object that could not be removed.
     *
     * @param name S3's error code
     */
    public record Failure(String path, String name) {}
}
