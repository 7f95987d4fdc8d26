package org.amplifyjakarta.faces.data;

import jakarta.faces.context.FacesContext;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.amplifyjakarta.data.ModelPage;
import org.amplifyjakarta.faces.PageAddress;
import org.jspecify.annotations.Nullable;

/**
 * A page of records, for expressions: {@code #{page.items}}. Fetched when it is asked for first.
 *
 * <p>Bound to one request.
 */
public final class RecordPage {

    private final FacesContext context;
    private final Fetch<ModelPage<?>> fetch;
    private final String parameter;

    RecordPage(FacesContext context, Fetch<ModelPage<?>> fetch, String parameter) {
        this.context = context;
        this.fetch = fetch;
        this.parameter = parameter;
    }

    /** Returns the records: of the class that was bound, or as maps. */
    public List<?> getItems() {
        return page().<List<?>>map(page -> page.items().stream()
                        .map(item -> item instanceof JsonObject json ? PlainJson.of(json) : item)
                        .toList())
                .orElse(List.of());
    }

    /** Tells whether there is a further page. Since the API filters what it has read, this one may be empty all the same. */
    public boolean isHasNext() {
        return token().isPresent();
    }

    /** Returns the address of this view with the next page of records; null after the last. */
    public @Nullable String getNextLink() {
        return token().map(token -> PageAddress.of(context)
                        .with(parameter, URLEncoder.encode(token, StandardCharsets.UTF_8))
                        .text())
                .orElse(null);
    }

    /** Returns the address of this view with the first page of records. */
    public String getFirstLink() {
        return PageAddress.of(context).without(parameter).text();
    }

    /** Tells whether the API reported errors beside these records: some are missing then. */
    public boolean isPartial() {
        return page().map(page -> !page.errors().isEmpty()).orElse(false);
    }

    private Optional<String> token() {
        return page().flatMap(ModelPage::nextToken);
    }

    private Optional<ModelPage<?>> page() {
        return fetch.get();
    }
}
