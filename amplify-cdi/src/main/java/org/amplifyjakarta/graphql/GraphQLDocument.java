package org.amplifyjakarta.graphql;

import java.util.Optional;
import org.amplifyjakarta.document.Documents;
import org.amplifyjakarta.document.Operation;
import org.amplifyjakarta.document.OperationType;

/**
 * A query or a mutation, with the fragments that it uses and no others: from a string, or from a file on the class path, such as
 * {@code amplify codegen} writes.
 *
 * <pre>{@code
 * GraphQLDocument getPost = GraphQLDocument.ofResource("graphql/queries.graphql", "GetPost");
 *
 * Post post = graphQl.run(getPost, Map.of("id", id)).orThrow().as("getPost", Post.class);
 * }</pre>
 *
 * <p>A file that is injected by {@link DocumentFile} is checked at deployment, against the schema where there is one; what is made
 * here is not held against a schema.
 *
 * <p>Files of several operations are taken to part by graphql-java ({@code com.graphql-java:graphql-java}), which an application
 * that wants this has to have in it: 3.9 MB with what it needs. The text is then printed anew, without comments. Without it, a text
 * of one operation is taken as it is.
 *
 * <p>Immutable. Equal to another one of the same text.
 */
public final class GraphQLDocument {

    private final Operation operation;

    private GraphQLDocument(Operation operation) {
        this.operation = operation;
    }

    /**
     * Makes one of a text that holds one operation. Values belong into variables, never into the text.
     *
     * @throws org.amplifyjakarta.AmplifyException named {@code InvalidDocument} if it holds another number of operations, a
     *     subscription, fragments that are not there, or no GraphQL
     */
    public static GraphQLDocument of(String text) {
        return new GraphQLDocument(Documents.of(text));
    }

    /**
     * Reads one from a file of the class path that holds one operation. The name is the application's own, never a user's.
     *
     * @throws org.amplifyjakarta.AmplifyException as {@link #of}, and if there is no such file, or one that is not UTF-8
     */
    public static GraphQLDocument ofResource(String resource) {
        return ofResource(resource, "");
    }

    /**
     * Reads one from a file of the class path that may hold several operations.
     *
     * @param operation its name; empty where the file holds only one
     * @throws org.amplifyjakarta.AmplifyException as {@link #ofResource(String)}, and if there is no such operation
     */
    public static GraphQLDocument ofResource(String resource, String operation) {
        return new GraphQLDocument(Documents.ofResource(resource, operation));
    }

    /** Returns what is sent. */
    public String text() {
        return operation.text();
    }

    /** Returns the operation's name, if it has one. */
    public Optional<String> operation() {
        return Optional.ofNullable(operation.name());
    }

    /** Tells whether it writes; it reads otherwise. */
    public boolean isMutation() {
        return operation.type() == OperationType.MUTATION;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GraphQLDocument document && text().equals(document.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    /** Shows what it is, not what it says. */
    @Override
    public String toString() {
        return "GraphQLDocument[" + (isMutation() ? "mutation " : "query ")
                + operation().orElse("without a name") + "]";
    }
}
