package org.amplifyjakarta.schema;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.amplifyjakarta.schema.ModelSchema.Index;
import org.amplifyjakarta.schema.ModelSchema.Operation;

/** What an API may have that its introspection does not tell of: conflict resolution, search, queries of indexes. */
record UntoldSdl(SdlText sdl) {

    /** What the sort keys of indexes are held against. */
    static final List<String> KEY_CONDITIONS = List.of(
            "ModelStringKeyConditionInput",
            "ModelIDKeyConditionInput",
            "ModelIntKeyConditionInput",
            "ModelFloatKeyConditionInput",
            "ModelBooleanKeyConditionInput");

    /** What search answers. */
    static final String TYPES = """
            type SearchableAggregateResult { name: String! result: SearchableAggregateGenericResult }
            union SearchableAggregateGenericResult = SearchableAggregateScalarResult | SearchableAggregateBucketResult
            type SearchableAggregateScalarResult { value: Float! }
            type SearchableAggregateBucketResult { buckets: [SearchableAggregateBucketResultItem] }
            type SearchableAggregateBucketResultItem { key: String! doc_count: Int! }
            """;

    /** The inputs of a model's search, which may hold anything. */
    static String scalars(ModelSchema model) {
        String search = "scalar Searchable" + ModelSchema.capitalized(model.name());
        return search + "FilterInput\n" + search + "SortInput\n" + search + "AggregationInput\n";
    }

    void add(ModelSchema model) {
        conflicts(model);
        search(model);
        model.unnamedIndexes().forEach(fields -> sdl.add("type Query", indexQuery(model, fields)));
        if (!model.fields().containsKey("id")) {
            sdl.add("input " + InputSdl.filter(model), "id: ModelIDInput");
        }
    }

    /** The query as it is named where nobody names it: {@code linesByShopIDAndPosition}. */
    private static String indexQuery(ModelSchema model, List<String> fields) {
        String name = model.pluralName().substring(0, 1).toLowerCase(Locale.ROOT)
                + model.pluralName().substring(1) + "By"
                + fields.stream().map(ModelSchema::capitalized).collect(Collectors.joining("And"));
        Index index = new Index("", name, fields.size() > 2 ? fields.subList(0, 1) : fields);
        return name + SdlText.arguments(ModelDocument.indexArguments(model, index)) + ": "
                + IntrospectionSdl.connection(model.name());
    }

    private void conflicts(ModelSchema model) {
        String type = "type " + model.name();
        sdl.add(type, "_version: Int");
        sdl.add(type, "_deleted: Boolean");
        sdl.add(type, "_lastChangedAt: AWSTimestamp");
        String connection = IntrospectionSdl.connection(model.name());
        sdl.add("type " + connection, "startedAt: AWSTimestamp");
        sdl.add("input " + InputSdl.filter(model), "_deleted: ModelBooleanInput");
        sdl.add("input " + InputSdl.condition(model), "_deleted: ModelBooleanInput");
        for (Operation operation : List.of(Operation.CREATE, Operation.UPDATE, Operation.DELETE)) {
            if (!model.disabled().contains(operation)) {
                sdl.add("input " + InputSdl.name(model, operation), "_version: Int");
            }
        }
        sdl.add(
                "type Query",
                "sync" + ModelSchema.capitalized(model.pluralName()) + "(filter: " + InputSdl.filter(model)
                        + ", limit: Int, nextToken: String, lastSync: AWSTimestamp): " + connection);
    }

    private void search(ModelSchema model) {
        String search = "Searchable" + ModelSchema.capitalized(model.name());
        sdl.add(
                "type Query",
                "search" + ModelSchema.capitalized(model.pluralName()) + "(filter: " + search + "FilterInput, sort: ["
                        + search + "SortInput], limit: Int, nextToken: String, from: Int, aggregates: [" + search
                        + "AggregationInput]): " + search + "Connection");
        String connection = "type " + search + "Connection";
        sdl.add(connection, "items: [" + model.name() + "]!");
        sdl.add(connection, "nextToken: String");
        sdl.add(connection, "total: Int");
        sdl.add(connection, "aggregateItems: [SearchableAggregateResult]!");
    }
}
