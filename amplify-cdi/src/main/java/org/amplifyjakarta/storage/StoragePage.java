package org.amplifyjakarta.storage;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing. Immutable.
 *
 * @param next what leads to the next page, null on the last one
 * @param excludedSubpaths what lies below the delimiter, where one was given
 */
public record StoragePage(List<StorageItem> items, @Nullable String next, List<String> excludedSubpaths) {

    public StoragePage {
        items = List.copyOf(items);
        excludedSubpaths = List.copyOf(excludedSubpaths);
    }

    /** Returns what leads to the next page, empty on the last one. */
    public Optional<String> nextToken() {
        return Optional.ofNullable(next);
    }
}
