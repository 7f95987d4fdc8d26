package org.amplifyjakarta.storage;

import org.jspecify.annotations.Nullable;

/**
 * How objects are listed. Immutable.
 *
 * @param pageSize objects a page, 1 to 1000
 * @param nextToken what the page before gave, null for the first
 * @param excludeBelow the delimiter below which nothing is listed, null to list everything
 */
public record ListOptions(
        int pageSize, @Nullable String nextToken, @Nullable String excludeBelow, StorageOptions target) {

    /** Everything, a thousand a page. */
    public static final ListOptions DEFAULT = new ListOptions(1000, null, null, StorageOptions.DEFAULT);

    /** @throws IllegalArgumentException if the page size is not 1 to 1000 */
    public ListOptions {
        if (pageSize < 1 || pageSize > 1000) {
            throw new IllegalArgumentException("pageSize: must be 1 to 1000.");
        }
    }

    /** Returns the same with another page size. */
    public ListOptions pagesOf(int size) {
        return new ListOptions(size, nextToken, excludeBelow, target);
    }

    /** Returns the same for the page that a token leads to. */
    public ListOptions from(@Nullable String token) {
        return new ListOptions(pageSize, token, excludeBelow, target);
    }

    /** Returns the same without what lies below a slash. */
    public ListOptions withoutSubpaths() {
        return new ListOptions(pageSize, nextToken, "/", target);
    }

    /** Returns the same in another bucket. */
    public ListOptions in(StorageOptions other) {
        return new ListOptions(pageSize, nextToken, excludeBelow, other);
    }
}
