package org.amplifyjakarta.it.data;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.AstSorter;
import graphql.parser.Parser;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.data.Filter;
import org.amplifyjakarta.data.ListQuery;
import org.amplifyjakarta.data.ModelOperations;
import org.amplifyjakarta.data.SessionModels;
import org.amplifyjakarta.data.SortKey;
import org.amplifyjakarta.graphql.AmplifyGraphQL;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.amplifyjakarta.graphql.GraphQLResult;
import org.amplifyjakarta.session.AmplifyContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we send is what Amplify's own data client was recorded to send, but for the order of what has none. */
class AmplifyDataDocumentsTest {

    private final List<JsonObject> sent = new ArrayList<>();
    private final SessionModels models = new SessionModels(new Recorder(), AmplifyDataDocumentsTest::config);

    /** A request that Amplify made, and the call that made it. */
    record Recording(JsonObject json) {

        static Stream<Recording> all() {
            try (JsonReader reader = Json.createReader(new StringReader(Fixtures.text("recordings.json")))) {
                return reader.readArray().stream().map(JsonValue::asJsonObject).map(Recording::new);
            }
        }

        String operation() {
            return json.getString("operation");
        }

        JsonObject argument(int index) {
            JsonArray arguments = json.getJsonArray("arguments");
            return index < arguments.size() ? arguments.getJsonObject(index) : JsonValue.EMPTY_JSON_OBJECT;
        }

        @Override
        public String toString() {
            return json.getString("name");
        }
    }

    static Stream<Recording> calls() {
        return Recording.all().filter(recording -> !recording.toString().contains("lazy"));
    }

    static Stream<Recording> relations() {
        return Recording.all().filter(recording -> recording.toString().equals("Comment.post lazy"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallMakesTheSameRequest(Recording recording) {
        ModelOperations<JsonObject> model = models.of(recording.json().getString("model"));
        JsonObject options = recording.operation().equals("list") ? recording.argument(0) : recording.argument(1);
        if (options.containsKey("selectionSet")) {
            model = model.select(texts(options.getJsonArray("selectionSet")));
        }

        call(model, recording, options);

        assertThat(normal(sent.get(0).getString("query")))
                .isEqualTo(normal(recording.json().getString("query")));
        JsonObject filter = options.getJsonObject("filter");
        if (filter == null || filter.size() == 1) {
            assertThat(sent.get(0).getJsonObject("variables"))
                    .isEqualTo(recording.json().getJsonObject("variables"));
        }
    }

    @ParameterizedTest
    @MethodSource("relations")
    void aRelationMakesTheSameRequest(Recording recording) {
        models.of("Comment").relatedOne(recording.json().getJsonObject("parent"), "post", AnyPost.class);

        assertThat(sent.get(0).getJsonObject("variables"))
                .isEqualTo(recording.json().getJsonObject("variables"));
    }

    /** A post, of which nothing but the key is asked for. */
    @org.amplifyjakarta.data.Model("Post")
    public record AnyPost(String id) {}

    private static void call(ModelOperations<JsonObject> model, Recording recording, JsonObject options) {
        JsonObject first = recording.argument(0);
        switch (recording.operation()) {
            case "create" -> model.create(first);
            case "update" -> model.update(first);
            case "delete" -> model.delete(first.getString("id"));
            case "get" -> model.get(first.getString("id"));
            case "list" -> model.list(query(options));
            default -> {
                String key = recording.operation().equals("postsByTitle") ? "title" : "postID";
                ListQuery query = query(options);
                if (first.containsKey("createdAt")) {
                    query = query.withSortKey(sortKey(first.getJsonObject("createdAt")));
                }
                model.query(recording.operation(), first.getString(key), query);
            }
        }
    }

    private static ListQuery query(JsonObject options) {
        ListQuery query = ListQuery.ALL;
        if (options.containsKey("filter")) {
            query = query.where(filter(options.getJsonObject("filter")));
        }
        if (options.containsKey("limit")) {
            query = query.withLimit(options.getInt("limit"));
        }
        if (options.containsKey("sortDirection")) {
            query = query.highestFirst();
        }
        return query.from(options.getString("nextToken", null));
    }

    private static SortKey sortKey(JsonObject condition) {
        JsonValue value = condition.values().iterator().next();
        return value instanceof JsonArray range
                ? SortKey.between(range.getString(0), range.getString(1))
                : SortKey.beginsWith(((JsonString) value).getString());
    }

    private static Filter filter(JsonObject filter) {
        return filter.entrySet().stream()
                .map(part -> filter(part.getKey(), part.getValue()))
                .reduce(Filter::and)
                .orElseThrow();
    }

    private static Filter filter(String name, JsonValue value) {
        return switch (name) {
            case "and" ->
                value.asJsonArray().stream()
                        .map(part -> filter(part.asJsonObject()))
                        .reduce(Filter::and)
                        .orElseThrow();
            case "or" ->
                value.asJsonArray().stream()
                        .map(part -> filter(part.asJsonObject()))
                        .reduce(Filter::or)
                        .orElseThrow();
            case "not" -> filter(value.asJsonObject()).not();
            default -> field(Filter.where(name), value.asJsonObject());
        };
    }

    private static Filter field(Filter.Field field, JsonObject condition) {
        String operator = condition.keySet().iterator().next();
        JsonValue value = Objects.requireNonNull(condition.get(operator));
        return switch (operator) {
            case "eq" -> field.eq(value);
            case "gt" -> field.gt(value);
            case "contains" -> field.contains(value);
            case "beginsWith" -> field.beginsWith(((JsonString) value).getString());
            case "between" ->
                field.between(value.asJsonArray().get(0), value.asJsonArray().get(1));
            case "attributeExists" -> field.exists(value == JsonValue.TRUE);
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static String normal(String document) {
        return AstPrinter.printAst(new AstSorter().sort(new Parser().parseDocument(document)));
    }

    private static List<String> texts(JsonArray array) {
        return array.stream().map(value -> ((JsonString) value).getString()).toList();
    }

    private static AmplifyConfig config() {
        return AmplifyConfig.builder()
                .graphQl(api -> api.endpoint("https://api.test/graphql")
                        .modelIntrospection(Fixtures.text("model-introspection.json")))
                .build();
    }

    /** Keeps what it is told, and finds everything forbidden. */
    private final class Recorder implements AmplifyGraphQL {

        @Override
        public GraphQLResult query(String document, Map<String, ?> variables, GraphQLOptions options) {
            return keep(document, variables);
        }

        @Override
        public GraphQLResult mutate(String document, Map<String, ?> variables, GraphQLOptions options) {
            return keep(document, variables);
        }

        @Override
        public AmplifyGraphQL in(AmplifyContext context) {
            return this;
        }

        private GraphQLResult keep(String document, Map<String, ?> variables) {
            String json =
                    JsonbBuilder.create(new JsonbConfig().withNullValues(true)).toJson(variables);
            try (JsonReader reader = Json.createReader(new StringReader(json))) {
                sent.add(Json.createObjectBuilder()
                        .add("query", document)
                        .add("variables", reader.readObject())
                        .build());
            }
            return GraphQLResult.of(Json.createObjectBuilder(Map.of(
                            new Parser()
                                    .parseDocument(document)
                                    .getFirstDefinitionOfType(graphql.language.OperationDefinition.class)
                                    .orElseThrow()
                                    .getSelectionSet()
                                    .getSelectionsOfType(graphql.language.Field.class)
                                    .get(0)
                                    .getName(),
                            Map.of("id", "x")))
                    .build());
        }
    }
}
