package org.amplifyjakarta.datastore;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.binding.ModelJson;
import org.amplifyjakarta.graphql.AmplifyGraphQL;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.amplifyjakarta.graphql.GraphQLResult;
import org.amplifyjakarta.schema.Introspection;
import org.amplifyjakarta.schema.ModelDocument;
import org.amplifyjakarta.schema.ModelSchema;
import org.amplifyjakarta.schema.SelectionSet;

/** The rows of models as the API has them, in one session, for one call of DataStore. */
record ModelRows(Introspection schema, ModelJson json, AmplifyGraphQL graphQl, AuthModes modes, ReadLimit limit) {

    private static final int PAGE = 1000;

    /** {@code listPosts}, {@code items} and a number. */
    private static final int ROW_PATH = 3;

    /**
     * Returns the rows that a predicate holds of, those that are gone left out.
     *
     * @param needed how many are enough; 0 for all
     */
    List<JsonObject> find(ModelSchema model, RowPredicate predicate, SelectionSet wanted, long needed) {
        SelectionSet selection = with(model, wanted, predicate.fields());
        ModelDocument document =
                model.isVersioned() ? ModelDocument.sync(model, selection) : ModelDocument.list(model, selection);
        return modes.first(model, options -> pages(new Read(model, document, options), predicate, needed));
    }

    /** Returns the row with a key, unless it is gone. */
    Optional<JsonObject> get(ModelSchema model, Map<String, ?> key, SelectionSet wanted) {
        ModelDocument document = ModelDocument.get(model, with(model, wanted, model.key()));
        return modes.first(
                model,
                options ->
                        graphQl.query(document.text(), key, options).orThrow().field(document.field())
                                        instanceof JsonObject row
                                ? Optional.of(row).filter(found -> !ModelSchema.isGone(found))
                                : Optional.empty());
    }

    /** Returns what makes predicates for a model. */
    RowPredicate.Maker predicates(ModelSchema model) {
        return new RowPredicate.Maker(
                schema,
                model,
                json,
                (other, predicate, fields) -> find(other, predicate, with(other, SelectionSet.empty(), fields), 0));
    }

    private record Read(ModelSchema model, ModelDocument document, GraphQLOptions options) {}

    private List<JsonObject> pages(Read read, RowPredicate predicate, long needed) {
        List<JsonObject> found = new ArrayList<>();
        String token = null;
        do {
            limit.page(read.model());
            Map<String, Object> variables = new LinkedHashMap<>();
            // where all are wanted, no more than are needed are read
            boolean all = predicate == RowPredicate.ALL && needed > 0;
            variables.put("limit", all ? (int) Math.min(PAGE, needed - found.size()) : PAGE);
            if (!predicate.filter().isEmpty()) {
                variables.put("filter", predicate.filter());
            }
            if (token != null) {
                variables.put("nextToken", token);
            }
            JsonObject page = page(read, variables);
            for (JsonValue item : page.get("items") instanceof JsonArray items ? items : JsonValue.EMPTY_JSON_ARRAY) {
                if (item instanceof JsonObject row && isNeeded(needed, found)) {
                    limit.record(read.model());
                    if (!ModelSchema.isGone(row) && predicate.test().test(row)) {
                        found.add(row);
                    }
                }
            }
            token = page.get("nextToken") instanceof JsonString next ? next.getString() : null;
        } while (token != null && isNeeded(needed, found));
        return found;
    }

    private static boolean isNeeded(long needed, List<JsonObject> found) {
        return needed == 0 || found.size() < needed;
    }

    /** A page with records that its reader may not see is one without them. */
    private JsonObject page(Read read, Map<String, Object> variables) {
        GraphQLResult result = graphQl.query(read.document().text(), variables, read.options());
        boolean readable = result.errors().stream()
                .allMatch(error -> error.errorType().startsWith("Unauthorized")
                        && error.path().size() == ROW_PATH);
        if (readable && result.field(read.document().field()) instanceof JsonObject page) {
            return page;
        }
        result.orThrow();
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    /** What is asked for, the key, and what tells whether a row is gone. */
    private static SelectionSet with(ModelSchema model, SelectionSet wanted, Collection<String> fields) {
        SelectionSet selection = SelectionSet.empty();
        selection.fields().putAll(wanted.fields());
        model.key().forEach(selection::leaf);
        fields.forEach(selection::leaf);
        if (model.isVersioned()) {
            selection.leaf(ModelSchema.VERSION).leaf(ModelSchema.DELETED);
        }
        return selection;
    }
}
