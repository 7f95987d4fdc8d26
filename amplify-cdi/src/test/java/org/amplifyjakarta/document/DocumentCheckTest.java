package org.amplifyjakarta.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.amplifyjakarta.document.DocumentCheck.Use;
import org.amplifyjakarta.document.DocumentCheck.Validation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentCheckTest {

    private static final String SDL = """
            type Query { total(name: String): Int @aws_iam }
            type Mutation { pay(at: AWSDateTime, info: AWSJSON): Int @aws_cognito_user_pools(cognito_groups: ["a"]) }
            type Subscription { onPay: Int @aws_subscribe(mutations: ["pay"]) }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            none.graphql | | none.graphql: is not on the class path. Put it into src/main/resources, and name it from there.
            latin1.graphql | | latin1.graphql: is not UTF-8. Save it in that encoding.
            syntax.graphql | | syntax.graphql, line 3, column 2: is no GraphQL at "}". Correct it there, or before.
            empty.graphql | | empty.graphql: holds no operation. Add a query or a mutation.
            queries.graphql | | queries.graphql: holds several operations. Name one of GetOrder, ListOrders, PayOrder, OnOrder.
            queries.graphql | GetOrders | queries.graphql: has no operation GetOrders. Name one of GetOrder, ListOrders, PayOrder, OnOrder.
            queries.graphql | OnOrder | queries.graphql, operation OnOrder: is a subscription, which a request cannot be. Use a query or a mutation.
            twice.graphql | Total | twice.graphql: has more than one operation Total. Give each a name of its own.
            unknown-fragment.graphql | | unknown-fragment.graphql, operation Nearest: uses fragments that the text does not have: Place, Where. Add them to the same text.
            unknown-field.graphql | | unknown-field.graphql, line 3, column 5: Field 'town' in type 'Address' is undefined.
            """)
    void aFaultIsToldWithItsPlace(String resource, @Nullable String operation, String fault) {
        DocumentCheck check = check(null, "graphql/" + resource, operation == null ? "" : operation);

        assertThat(check.faults()).containsExactly("Place.field: graphql/" + fault);
        assertThat(check.validation()).isEqualTo(Validation.SCHEMA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetOrder", "ListOrders", "PayOrder"})
    void whatTheModelsKnowPasses(String operation) {
        assertThat(check(null, "graphql/queries.graphql", operation).faults()).isEmpty();
    }

    @Test
    void whatTwoPlacesNameIsCheckedOnce() {
        Use one = new Use("A.x", "graphql/none.graphql", "");

        DocumentCheck check = DocumentCheck.of(List.of(one, new Use("B.y", one.resource(), "")), null, null);

        assertThat(check.faults()).singleElement().asString().startsWith("A.x, B.y: graphql/none.graphql: is not");
        assertThat(check.validation()).isEqualTo(Validation.SYNTAX_ALONE);
    }

    @Test
    void theSchemaThatIsConfiguredCountsBeforeTheModels() {
        assertThat(check(SDL, "graphql/total.graphql", "").faults()).isEmpty();
        assertThat(check(SDL, "graphql/pay.graphql", "").faults()).isEmpty();
        assertThat(check(SDL, "graphql/queries.graphql", "ListOrders").faults())
                .contains("Place.field: graphql/queries.graphql, line 19, column 3: "
                        + "Field 'listOrders' in type 'Query' is undefined.");
    }

    @Test
    void aSchemaMayDeclareWhatAppSyncKnows() {
        String declared = "scalar AWSDateTime\nscalar AWSJSON\ndirective @aws_iam on FIELD_DEFINITION\n" + SDL;

        assertThat(check(declared, "graphql/total.graphql", "").faults()).isEmpty();
    }

    /** An API may have declared itself what is allowed for wherever nothing is told. */
    @Test
    void modelsMayHaveWhatIsUntoldOfOthers() {
        String post = """
                {"version": 1, "models": {"Post": {"name": "Post", "pluralName": "Posts", "attributes": [], "fields": {
                   "id": {"name": "id", "isArray": false, "type": "ID", "isRequired": true},
                   "_version": {"name": "_version", "isArray": false, "type": "Int", "isRequired": false}},
                  "primaryKeyInfo": {"isCustomPrimaryKey": false, "primaryKeyFieldName": "id", "sortKeyFieldNames": []}}},
                 "queries": {
                  "searchPosts": {"name": "searchPosts", "isArray": true, "type": "String", "isRequired": false},
                  "total": {"name": "total", "isArray": false, "type": "Int", "isRequired": false}}}
                """;

        assertThat(DocumentCheck.of(List.of(new Use("Place.field", "graphql/total.graphql", "")), null, post)
                        .faults())
                .isEmpty();
    }

    @Test
    void aSchemaMayLieInAFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("api.graphql"), SDL);

        assertThat(check(file.toString(), "graphql/total.graphql", "").faults()).isEmpty();
        assertThat(check(file.toUri().toString(), "graphql/total.graphql", "").faults())
                .isEmpty();
        assertThat(check("classpath:graphql/api.graphql", "graphql/total.graphql", "")
                        .faults())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            classpath:none.graphql | no schema is at classpath:none.graphql. Set it to
            none.graphql | no schema is at none.graphql. Set it to
            classpath:graphql/latin1.graphql | cannot be read as UTF-8. Set it to
            type Post @model { id: ID! } | is no schema of an API:
            type Query { | is no schema of an API:
            type Query { total(in: Loop): Int } input Loop { in: Loop! } | is no schema of an API:
            """)
    void aSchemaThatIsNoneIsTold(String schema, String rule) {
        assertThat(check(schema, "graphql/total.graphql", "").faults())
                .singleElement()
                .asString()
                .startsWith("amplify.graphql.schema: " + rule);
    }

    private static DocumentCheck check(@Nullable String schema, String resource, String operation) {
        return DocumentCheck.of(List.of(new Use("Place.field", resource, operation)), schema, introspection());
    }

    private static String introspection() {
        try (InputStream in =
                Objects.requireNonNull(DocumentCheckTest.class.getResourceAsStream("/data/introspection.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
