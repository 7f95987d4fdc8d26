package org.amplifyjakarta.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.amplifyjakarta.AmplifyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done where graphql-java is not there. */
class UnparsedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            query Total { total }                            | -     | QUERY    | Total
            # query A\\n mutation Pay($n: Int!) { pay(n: $n) } | Pay   | MUTATION | Pay
            query @on(x: 1) { total }                        | -     | QUERY    | -
            query($x: Int) { total }                         | -     | QUERY    | -
            { total }                                        | -     | QUERY    | -
            query Total { ...F } fragment F on Query { total } | Total | QUERY | Total
            """)
    void oneOperationIsTakenWhole(String text, @Nullable String name, OperationType type, @Nullable String found) {
        String lines = text.replace("\\n", "\n");

        Operation operation = Documents.unparsed(new DocumentText("a.graphql", lines), name == null ? "" : name);

        assertThat(operation).isEqualTo(new Operation(found, type, lines));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            query A { a } query B { b }  | A | a.graphql: holds several operations, and graphql-java,
            query A { a }                | B | a.graphql: has no operation B.
            { a }                        | B | a.graphql: has no operation B.
            subscription A { a }         | - | a.graphql: is a subscription,
            fragment A on B { a }        | - | a.graphql: holds no operation.
            type Query { a: Int }        | - | a.graphql: is no GraphQL.
            """)
    void everythingElseIsRefused(String text, @Nullable String name, String message) {
        assertThatExceptionOfType(AmplifyException.class)
                .isThrownBy(() -> Documents.unparsed(new DocumentText("a.graphql", text), name == null ? "" : name))
                .withMessageStartingWith(message)
                .satisfies(e -> assertThat(e.name()).isEqualTo("InvalidDocument"));
    }
}
