package org.amplifyjakarta.wiring;

import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.concurrent.ConcurrentHashMap;
import org.amplifyjakarta.graphql.DocumentFile;
import org.amplifyjakarta.graphql.GraphQLDocument;

/** The documents of an application, each read once. As many as it has injection points. Safe for concurrent use. */
final class InjectedDocuments {

    private final ConcurrentHashMap<DocumentFile, GraphQLDocument> documents = new ConcurrentHashMap<>();

    GraphQLDocument of(InjectionPoint point) {
        DocumentFile file = point.getQualifiers().stream()
                .filter(DocumentFile.class::isInstance)
                .map(DocumentFile.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Amplify: a document is injected without @DocumentFile."));
        return documents.computeIfAbsent(
                file, absent -> GraphQLDocument.ofResource(absent.value(), absent.operation()));
    }
}
