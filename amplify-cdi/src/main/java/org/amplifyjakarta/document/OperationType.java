package org.amplifyjakarta.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a document does: read, write, or subscribe, which a request cannot. */
public enum OperationType {
    QUERY,
    MUTATION,
    SUBSCRIPTION;

    /** A string, a comment, a bracket, a name: all that it takes to know what stands outside every bracket. */
    private static final Pattern TOKEN = Pattern.compile(
            "\"\"\"(?:[^\"\\\\]|\\\\\"\"\"|\\\\|\"(?!\"\"))*+\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|#[^\\n\\r]*+|[{}()\\[\\]@]|[A-Za-z_]\\w*+");

    /**
     * The beginning of an operation.
     *
     * @param name null where it has none
     */
    record Head(OperationType type, @Nullable String name) {}

    /**
     * Refuses a document that holds anything but operations of this type.
     *
     * @throws IllegalArgumentException naming the rule
     */
    public void require(String document) {
        List<Head> heads = heads(document);
        if (heads.isEmpty() || !heads.stream().allMatch(head -> head.type() == this)) {
            throw new IllegalArgumentException("document: must hold a " + lowerCase()
                    + " and no other type of operation. Call the method that is for it.");
        }
    }

    String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds the operations of a document without understanding the rest of it.
     *
     * @throws IllegalArgumentException if something else stands where an operation ought to begin
     */
    static List<Head> heads(String document) {
        List<Head> heads = new ArrayList<>();
        Matcher tokens = TOKEN.matcher(document);
        int depth = 0;
        boolean begun = false;
        OperationType unnamed = null;
        while (tokens.find()) {
            String token = tokens.group();
            char first = token.charAt(0);
            if (first == '#') {
                continue;
            }
            if (unnamed != null) {
                heads.add(new Head(unnamed, Character.isLetter(first) || first == '_' ? token : null));
                unnamed = null;
            }
            if ("{([".indexOf(first) >= 0) {
                if (depth == 0 && first == '{' && !begun) {
                    heads.add(new Head(QUERY, null));
                }
                depth++;
            } else if ("})]".indexOf(first) >= 0) {
                depth--;
                begun = begun && !(depth == 0 && first == '}');
            } else if (depth == 0 && !begun && first != '"') {
                begun = true;
                unnamed = token.equals("fragment") ? null : of(token);
            }
        }
        return heads;
    }

    private static OperationType of(String word) {
        return switch (word) {
            case "query" -> QUERY;
            case "mutation" -> MUTATION;
            case "subscription" -> SUBSCRIPTION;
            default ->
                throw new IllegalArgumentException(
                        "document: is no GraphQL operation. Begin it with query or mutation.");
        };
    }
}
