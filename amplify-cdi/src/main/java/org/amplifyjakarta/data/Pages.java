package org.amplifyjakarta.data;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.amplifyjakarta.graphql.GraphQLException;
import org.jspecify.annotations.Nullable;

/** The records of one page after the other; each page is asked for when the one before is used up. */
final class Pages<T> implements Iterator<T> {

    private final Function<@Nullable String, ModelPage<T>> pages;
    private Iterator<T> items;
    private @Nullable String next;

    private Pages(Function<@Nullable String, ModelPage<T>> pages) {
        this.pages = pages;
        this.items = read(null);
    }

    static <T> Stream<T> all(Function<@Nullable String, ModelPage<T>> pages) {
        return StreamSupport.stream(
                () -> Spliterators.spliteratorUnknownSize(new Pages<>(pages), Spliterator.ORDERED), 0, false);
    }

    @Override
    public boolean hasNext() {
        while (!items.hasNext() && next != null) {
            items = read(next);
        }
        return items.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return items.next();
    }

    /** @throws GraphQLException where records may be missing */
    private Iterator<T> read(@Nullable String token) {
        ModelPage<T> page = pages.apply(token);
        page.orThrow();
        next = page.token();
        return page.items().iterator();
    }
}
