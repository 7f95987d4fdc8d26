package org.amplifyjakarta.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.session.AmplifyContext;
import org.junit.jupiter.api.Test;

class GraphQLDocumentTest {

    private static final String QUERIES = "graphql/queries.graphql";

    @Test
    void anOperationComesWithTheFragmentsThatItUses() {
        GraphQLDocument document = GraphQLDocument.ofResource(QUERIES, "GetOrder");

        assertThat(document.text())
                .containsOnlyOnce("query GetOrder(")
                .containsOnlyOnce("fragment OrderFields on Order")
                .containsOnlyOnce("fragment City on Address")
                .doesNotContain("Unused", "ListOrders", "PayOrder");
        assertThat(document.operation()).contains("GetOrder");
        assertThat(document.isMutation()).isFalse();
        assertThat(document).hasToString("GraphQLDocument[query GetOrder]");
    }

    @Test
    void documentsOfOneTextAreEqual() {
        GraphQLDocument one = GraphQLDocument.ofResource("/graphql/total.graphql");

        assertThat(one).isEqualTo(GraphQLDocument.of("query Total { total }")).hasSameHashCodeAs(one);
        assertThat(one).isNotEqualTo(GraphQLDocument.of("query { total }"));
    }

    @Test
    void aDocumentRunsAsWhatItIs() {
        List<String> sent = new ArrayList<>();
        AmplifyGraphQL api = new AmplifyGraphQL() {
            @Override
            public GraphQLResult query(String document, Map<String, ?> variables, GraphQLOptions options) {
                sent.add("query");
                return GraphQLResult.of(JsonValue.EMPTY_JSON_OBJECT);
            }

            @Override
            public GraphQLResult mutate(String document, Map<String, ?> variables, GraphQLOptions options) {
                sent.add("mutation");
                return GraphQLResult.of(JsonValue.EMPTY_JSON_OBJECT);
            }

            @Override
            public AmplifyGraphQL in(AmplifyContext context) {
                return this;
            }
        };

        api.run(GraphQLDocument.ofResource(QUERIES, "PayOrder"), Map.of("number", 1));
        api.run(GraphQLDocument.of("{ total }"), Map.of());

        assertThat(sent).containsExactly("mutation", "query");
    }

    @Test
    void textsThatAreNoneAreRefused() {
        assertThatExceptionOfType(AmplifyException.class)
                .isThrownBy(() -> GraphQLDocument.of("query { a"))
                .withMessageStartingWith("document, line 1, column ");
        assertThatExceptionOfType(AmplifyException.class)
                .isThrownBy(() -> GraphQLDocument.of("query A { a } mutation B { b }"))
                .withMessage("document: holds several operations.");
    }

    @Test
    void aStringIsLimited() {
        String text = "{ " + "a ".repeat(20_000) + "}";

        assertThatExceptionOfType(AmplifyException.class).isThrownBy(() -> GraphQLDocument.of(text));
    }

    @Test
    void aTextThatPrintsAnewSaysTheSame() {
        String text =
                "query A($x: [In!]! = [{a: 1}]) @d(e: E) { b: a(x: $x, y: \"\"\"two \"lines\" \\ \"\"\") { ... on T @skip(if: true) { c } } }";

        String printed = GraphQLDocument.of(text).text();

        assertThat(GraphQLDocument.of(printed).text()).isEqualTo(printed);
        assertThat(printed).contains("$x: [In!]! = [{a : 1}]", "@d(e: E)", "b: a(", "... on T @skip(if: true)");
    }
}
