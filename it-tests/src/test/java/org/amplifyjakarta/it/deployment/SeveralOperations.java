package org.amplifyjakarta.it.deployment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.amplifyjakarta.graphql.DocumentFile;
import org.amplifyjakarta.graphql.GraphQLDocument;

/** Names one operation of a file of several, which takes graphql-java. */
@ApplicationScoped
public class SeveralOperations {

    @Inject
    @DocumentFile(value = "graphql/posts.graphql", operation = "Titles")
    GraphQLDocument titles;
}
