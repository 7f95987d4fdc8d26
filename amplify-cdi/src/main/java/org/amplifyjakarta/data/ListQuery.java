package org.amplifyjakarta.data;

import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for. Immutable.
 *
 * @param partitionKey the first field of the primary key, where it is not {@code id}; null for all
 * @param filter null for none
 * @param sortKey what the sort key must be, where there is one; null for anything
 * @param descending whether the highest sort key comes first
 * @param limit how many records the API looks at before it filters, 1 to 1000; null for what the API does by itself, 100
 * @param nextToken where the page before ended, null for the first one; opaque
 */
public record ListQuery(
        @Nullable Object partitionKey,
        @Nullable Filter filter,
        @Nullable SortKey sortKey,
        boolean descending,
        @Nullable Integer limit,
        @Nullable String nextToken) {

    /** Everything, from the beginning. */
    public static final ListQuery ALL = new ListQuery(null, null, null, false, null, null);

    private static final int MAX_LIMIT = 1000;

    /** @throws IllegalArgumentException if the limit is out of range */
    public ListQuery {
        if (limit != null && (limit < 1 || limit > MAX_LIMIT)) {
            throw new IllegalArgumentException("limit: must be 1 to " + MAX_LIMIT + ".");
        }
    }

    /** Returns the same of one partition of a model whose primary key is not {@code id}. */
    public ListQuery inPartition(Object key) {
        return new ListQuery(key, filter, sortKey, descending, limit, nextToken);
    }

    /** Returns the same of what a filter lets through. */
    public ListQuery where(Filter given) {
        return new ListQuery(partitionKey, given, sortKey, descending, limit, nextToken);
    }

    /** Returns the same of what has such a sort key. */
    public ListQuery withSortKey(SortKey given) {
        return new ListQuery(partitionKey, filter, given, descending, limit, nextToken);
    }

    /** Returns the same, the highest sort key first. */
    public ListQuery highestFirst() {
        return new ListQuery(partitionKey, filter, sortKey, true, limit, nextToken);
    }

    /** Returns the same in pages of at most so many. */
    public ListQuery withLimit(int most) {
        return new ListQuery(partitionKey, filter, sortKey, descending, most, nextToken);
    }

    /** Returns the same from where a page ended. */
    public ListQuery from(@Nullable String token) {
        return new ListQuery(partitionKey, filter, sortKey, descending, limit, token);
    }

    /** Shows neither values nor the token. */
    @Override
    public String toString() {
        return "ListQuery[limit=" + limit + "]";
    }
}
