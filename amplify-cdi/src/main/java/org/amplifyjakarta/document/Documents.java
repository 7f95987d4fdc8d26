package org.amplifyjakarta.document;

import java.util.List;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.document.OperationType.Head;

/**
 * Finds one operation in a text. With graphql-java on the class path a text is taken to part; without it, a text of one operation
 * is taken as it is. Stateless.
 */
public final class Documents {

    private Documents() {}

    /**
     * Returns the operation of a text that holds one.
     *
     * @throws AmplifyException named {@code InvalidDocument} if it holds another number of them, or no GraphQL
     */
    public static Operation of(String text) {
        return operation(new DocumentText(DocumentText.STRING, text), "");
    }

    /**
     * Returns an operation of a file on the class path.
     *
     * @param operation its name; empty where the file holds only one
     * @throws AmplifyException named {@code InvalidDocument} if there is no such file or operation, or no GraphQL in it
     */
    public static Operation ofResource(String resource, String operation) {
        return operation(DocumentText.ofResource(resource), operation);
    }

    /** Tells whether graphql-java is on the class path. */
    static boolean areParsed() {
        try {
            Class.forName("graphql.parser.Parser", false, Documents.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Operation operation(DocumentText text, String name) {
        return areParsed() ? ParsedText.of(text).select(name).operation() : unparsed(text, name);
    }

    static Operation unparsed(DocumentText text, String name) {
        List<Head> heads;
        try {
            heads = OperationType.heads(text.text());
        } catch (IllegalArgumentException e) {
            throw DocumentMessages.noGraphQL(text.place());
        }
        if (heads.isEmpty()) {
            throw DocumentMessages.noOperation(text.place());
        }
        if (heads.size() > 1) {
            throw DocumentMessages.severalUnparsed(text.place());
        }
        Head head = heads.get(0);
        if (!name.isEmpty() && !name.equals(head.name())) {
            throw DocumentMessages.noSuchOperation(
                    text.place(), name, head.name() == null ? List.of() : List.of(head.name()));
        }
        if (head.type() == OperationType.SUBSCRIPTION) {
            throw DocumentMessages.subscription(text.place());
        }
        return new Operation(head.name(), head.type(), text.text());
    }
}
