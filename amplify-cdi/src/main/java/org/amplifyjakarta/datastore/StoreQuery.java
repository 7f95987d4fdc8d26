package org.amplifyjakarta.datastore;

import java.util.ArrayList;
import java.util.List;
import org.amplifyjakarta.data.Filter;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks for: {@code (predicate, { sort, page, limit })} of DataStore. Immutable.
 *
 * @param predicate null for all
 * @param sort by what, the first before the next
 * @param page which one, from 0
 * @param limit how many records a page has, 0 for all
 */
public record StoreQuery(@Nullable Filter predicate, List<Order> sort, int page, int limit) {

    /** All, as the API has them. */
    public static final StoreQuery ALL = new StoreQuery(null, List.of(), 0, 0);

    /** A field to sort by; null comes first, or last where descending. */
    public record Order(String field, boolean descending) {}

    /** @throws IllegalArgumentException for a page without a limit, and for a negative one of them */
    public StoreQuery {
        sort = List.copyOf(sort);
        if (page < 0 || limit < 0) {
            throw new IllegalArgumentException("query: page and limit must not be negative.");
        }
        if (page > 0 && limit == 0) {
            throw new IllegalArgumentException("query: a page needs a limit.");
        }
    }

    /** Returns the same of what a predicate holds of. */
    public StoreQuery where(Filter given) {
        return new StoreQuery(given, sort, page, limit);
    }

    /** Returns the same, sorted by a field after those before it, the lowest first. */
    public StoreQuery ascending(String field) {
        return sortedBy(new Order(field, false));
    }

    /** Returns the same, sorted by a field after those before it, the highest first. */
    public StoreQuery descending(String field) {
        return sortedBy(new Order(field, true));
    }

    /** Returns one page of the same, from 0, of so many records. */
    public StoreQuery page(int number, int size) {
        return new StoreQuery(predicate, sort, number, size);
    }

    /** How many records it takes, sorted or not; 0 for all. */
    long needed() {
        return sort.isEmpty() ? (page + 1L) * limit : 0;
    }

    private StoreQuery sortedBy(Order order) {
        List<Order> orders = new ArrayList<>(sort);
        orders.add(order);
        return new StoreQuery(predicate, orders, page, limit);
    }
}
