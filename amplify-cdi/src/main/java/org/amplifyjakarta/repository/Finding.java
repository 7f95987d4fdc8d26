package org.amplifyjakarta.repository;

import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.PageRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.amplifyjakarta.data.Filter;
import org.amplifyjakarta.data.ListQuery;
import org.amplifyjakarta.data.ModelOperations;
import org.amplifyjakarta.data.ModelPage;
import org.amplifyjakarta.data.SortKey;
import org.amplifyjakarta.repository.RepositoryMethod.Special;
import org.amplifyjakarta.schema.ModelSchema.Index;
import org.jspecify.annotations.Nullable;

/**
 * One call of a method that finds records.
 *
 * @param values what the fields must be
 */
record Finding<T>(
        RepositoryMethod method,
        ModelOperations<T> operations,
        Access access,
        Map<String, Object> values,
        @Nullable Limit limit,
        @Nullable PageRequest request) {

    private static final int MAX_LIMIT = 1000;

    static <T> Finding<T> of(
            RepositoryMethod method,
            ModelOperations<T> operations,
            Map<String, Object> values,
            @Nullable Object[] arguments) {
        Special special = method.special();
        List<Sort<?>> order = new ArrayList<>(method.orders());
        special.sorts().forEach(index -> addSorts(order, Objects.requireNonNull(arguments[index], "order")));
        Access access = Access.to(operations.model(), values.keySet(), order)
                .orElseThrow(() -> RepositoryMessages.cannotSort(method, operations.model(), order));
        return new Finding<>(
                method,
                operations,
                access,
                values,
                special.limit() < 0 ? null : (Limit) Objects.requireNonNull(arguments[special.limit()], "limit"),
                special.page() < 0 ? null : (PageRequest) Objects.requireNonNull(arguments[special.page()], "page"));
    }

    Optional<T> one() {
        if (access.isKey()) {
            return operations.get(key());
        }
        List<T> first = all(2).limit(2).toList();
        if (first.size() > 1) {
            throw RepositoryMessages.several(method);
        }
        return first.stream().findFirst();
    }

    Stream<T> many() {
        if (request != null) {
            return page().content().stream();
        }
        if (limit == null) {
            return access.isKey() ? one().stream() : all(MAX_LIMIT);
        }
        if (limit.startAt() > 1) {
            throw RepositoryMessages.noStart(method);
        }
        return access.isKey() ? one().stream() : all(limit.maxResults()).limit(limit.maxResults());
    }

    TokenPage<T> page() {
        PageRequest asked = Objects.requireNonNull(request);
        String token = token(asked);
        if (access.isKey()) {
            return new TokenPage<>(one().stream().toList(), asked, null);
        }
        ListQuery query = query().withLimit(asked.size()).from(token);
        Index index = access.index();
        ModelPage<T> page =
                index == null ? operations.list(query) : operations.query(index.queryField(), partition(), query);
        return new TokenPage<>(page.orThrow().items(), asked, page.token());
    }

    /** Returns how many there were. */
    long delete() {
        if (access.isKey()) {
            return operations.delete(key()).stream().count();
        }
        // a lost race is no failure: the record is gone
        return all(MAX_LIMIT)
                .filter(record ->
                        operations.delete(operations.key(record).toArray()).isPresent())
                .count();
    }

    private @Nullable String token(PageRequest asked) {
        if (asked.mode() == PageRequest.Mode.CURSOR_PREVIOUS) {
            throw RepositoryMessages.noWayBack(method);
        }
        if (asked.mode() == PageRequest.Mode.CURSOR_NEXT) {
            List<?> elements = asked.cursor().map(PageRequest.Cursor::elements).orElse(List.of());
            if (elements.size() == 1 && elements.get(0) instanceof String token) {
                return token;
            }
            throw RepositoryMessages.badCursor(method);
        }
        if (asked.page() > 1) {
            throw RepositoryMessages.noOffset(method);
        }
        return null;
    }

    /** Page after page, of so many records at most. */
    private Stream<T> all(int needed) {
        ListQuery unlimited = query();
        // with a filter, the API's limit is one of what it looks at
        ListQuery query = unlimited.withLimit(unlimited.filter() == null ? Math.min(needed, MAX_LIMIT) : MAX_LIMIT);
        Index index = access.index();
        return index == null ? operations.listAll(query) : operations.queryAll(index.queryField(), partition(), query);
    }

    private ListQuery query() {
        ListQuery query = access.isDescending() ? ListQuery.ALL.highestFirst() : ListQuery.ALL;
        if (access.index() == null && access.partition() != null) {
            query = query.inPartition(partition());
        }
        if (!access.sortKey().isEmpty()) {
            query = query.withSortKey(sortKey());
        }
        List<String> keyed = access.fields().toList();
        Optional<Filter> rest = values.entrySet().stream()
                .filter(value -> !keyed.contains(value.getKey()))
                .map(value -> Filter.where(value.getKey()).eq(value.getValue()))
                .reduce(Filter::and);
        return rest.isPresent() ? query.where(rest.get()) : query;
    }

    private Object partition() {
        return value(Objects.requireNonNull(access.partition()));
    }

    private SortKey sortKey() {
        if (access.sortKey().size() == 1) {
            return SortKey.eq(value(access.sortKey().get(0)));
        }
        Map<String, Object> parts = new LinkedHashMap<>();
        access.sortKey().forEach(name -> parts.put(name, value(name)));
        return SortKey.eq(parts);
    }

    private Object[] key() {
        return operations.model().key().stream().map(this::value).toArray();
    }

    private Object value(String field) {
        return Objects.requireNonNull(values.get(field), field);
    }

    private static void addSorts(List<Sort<?>> order, Object given) {
        if (given instanceof Sort<?> sort) {
            order.add(sort);
        } else if (given instanceof Sort<?>[] sorts) {
            order.addAll(List.of(sorts));
        } else {
            ((Order<?>) given).forEach(order::add);
        }
    }
}
