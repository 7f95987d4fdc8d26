package org.amplifyjakarta.graphql;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a document does: read, write, or subscribe, which a request cannot. */
enum OperationType {
    QUERY,
    MUTATION,
    SUBSCRIPTION;

    /** A string, a comment, a bracket, a name: all that it takes to know what stands outside every bracket. */
    private static final Pattern TOKEN = Pattern.compile(
            "\"\"\"(?:[^\"\\\\]|\\\\\"\"\"|\\\\|\"(?!\"\"))*+\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|#[^\\n\\r]*+|[{}()\\[\\]]|[A-Za-z_]\\w*+");

    /**
     * Refuses a document that holds anything but operations of this type.
     *
     * @throws IllegalArgumentException naming the rule
     */
    void require(String document) {
        Set<OperationType> found = all(document);
        if (found.size() != 1 || !found.contains(this)) {
            throw new IllegalArgumentException("document: must hold a " + name().toLowerCase(Locale.ROOT)
                    + " and no other type of operation. Call the method that is for it.");
        }
    }

    private static Set<OperationType> all(String document) {
        Set<OperationType> types = new HashSet<>();
        Matcher tokens = TOKEN.matcher(document);
        int depth = 0;
        boolean begun = false;
        while (tokens.find()) {
            String token = tokens.group();
            char first = token.charAt(0);
            if ("{([".indexOf(first) >= 0) {
                if (depth == 0 && first == '{' && !begun) {
                    types.add(QUERY);
                }
                depth++;
            } else if ("})]".indexOf(first) >= 0) {
                depth--;
                begun = begun && !(depth == 0 && first == '}');
            } else if (depth == 0 && !begun && first != '"' && first != '#') {
                begun = true;
                if (!token.equals("fragment")) {
                    types.add(of(token));
                }
            }
        }
        return types;
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
