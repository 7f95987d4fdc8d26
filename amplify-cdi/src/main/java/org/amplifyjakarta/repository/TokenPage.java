package org.amplifyjakarta.repository;

import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that knows where the next one begins, and nothing of those before. Immutable.
 *
 * @param token null for the last one
 */
record TokenPage<T>(
        List<T> content, PageRequest pageRequest, @Nullable String token) implements CursoredPage<T> {

    TokenPage {
        content = List.copyOf(content);
    }

    @Override
    public boolean hasContent() {
        return !content.isEmpty();
    }

    @Override
    public int numberOfElements() {
        return content.size();
    }

    @Override
    public boolean hasNext() {
        return token != null;
    }

    @Override
    public boolean hasPrevious() {
        return false;
    }

    @Override
    public PageRequest nextPageRequest() {
        if (token == null) {
            throw RepositoryMessages.lastPage();
        }
        return PageRequest.afterCursor(
                PageRequest.Cursor.forKey(token), pageRequest.page() + 1, pageRequest.size(), false);
    }

    @Override
    public PageRequest previousPageRequest() {
        throw RepositoryMessages.noPrevious();
    }

    @Override
    public PageRequest.Cursor cursor(int index) {
        if (token == null || index != content.size() - 1) {
            throw RepositoryMessages.noCursor();
        }
        return PageRequest.Cursor.forKey(token);
    }

    @Override
    public boolean hasTotals() {
        return false;
    }

    @Override
    public long totalElements() {
        throw RepositoryMessages.noTotal();
    }

    @Override
    public long totalPages() {
        throw RepositoryMessages.noTotal();
    }

    @Override
    public Iterator<T> iterator() {
        return content.iterator();
    }

    /** Shows how much there is. */
    @Override
    public String toString() {
        return "TokenPage[" + content.size() + " records]";
    }
}
