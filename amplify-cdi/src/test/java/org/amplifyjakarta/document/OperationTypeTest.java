package org.amplifyjakarta.document;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ listPosts { items { id } } }",
                "query { a }",
                "query mutation($mutation: ID) { subscription(mutation: $mutation) { query } }",
                "# mutation { a }\nquery Q @on(x: {a: [1]}) { a(text: \"} mutation { \\\" \") { b } }",
                "fragment mutation on Post { id } query { a { ...mutation } }",
                "query($x: In = {a: {b: 1}}) { a(y: \"\"\" } \"mutation\" { \\\"\"\" \"\"\") }",
                "query { a } query { b }",
                "query{a}\u0009fragment F on T{b}"
            })
    void queriesAreQueries(String document) {
        assertThatCode(() -> OperationType.QUERY.require(document)).doesNotThrowAnyException();
        assertThatThrownBy(() -> OperationType.MUTATION.require(document)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mutation { a }",
                "query { a } mutation { b }",
                "{ a } mutation M { b }",
                "fragment F on T { a } mutation { b }",
                "subscription { onCreatePost { id } }",
                "",
                "# query { a }",
                "fragment F on T { a }",
                "drop table",
                "\"\"\"query { a }\"\"\" mutation { b }"
            })
    void nothingElseIs(String document) {
        assertThatThrownBy(() -> OperationType.QUERY.require(document))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("document: ");
    }

    @Test
    void aLongDocumentTakesNoTime() {
        assertThatCode(() -> OperationType.QUERY.require("query { a(x: \"" + "\\\\".repeat(500_000) + "\") }"))
                .doesNotThrowAnyException();
        assertThatCode(() -> OperationType.QUERY.require("query { a(x: \"\"\"" + "\" ".repeat(500_000) + "\"\"\") }"))
                .doesNotThrowAnyException();
    }
}
