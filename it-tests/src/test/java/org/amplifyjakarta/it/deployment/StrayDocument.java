package org.amplifyjakarta.it.deployment;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.amplifyjakarta.graphql.DocumentFile;
import org.amplifyjakarta.graphql.GraphQLDocument;

/** Asks for a field that the schema does not have. */
@Path("/stray")
public class StrayDocument {

    @Inject
    @DocumentFile("graphql/stray.graphql")
    GraphQLDocument stray;

    @GET
    public String text() {
        return stray.text();
    }
}
