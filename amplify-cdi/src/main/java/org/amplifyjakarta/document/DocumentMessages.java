package org.amplifyjakarta.document;

import java.util.Collection;
import org.amplifyjakarta.AmplifyException;
import org.jspecify.annotations.Nullable;

/** What is said about documents and schemas; a place is a file of the class path, or what stands for a string. */
final class DocumentMessages {

    private static final int SHOWN = 40;
    private static final String SCHEMA = "amplify.graphql.schema";

    private DocumentMessages() {}

    static AmplifyException missing(String place) {
        return of(place, "is not on the class path.", "Put it into src/main/resources, and name it from there.");
    }

    static AmplifyException unreadable(String place, Throwable cause) {
        return new AmplifyException("InvalidDocument", place + ": cannot be read.", "Check the archive.", cause);
    }

    static AmplifyException notUtf8(String place) {
        return of(place, "is not UTF-8.", "Save it in that encoding.");
    }

    static AmplifyException syntax(String place, int line, int column, @Nullable String token) {
        String found = token == null ? "" : " at \"" + shown(token) + '"';
        return of(position(place, line, column), "is no GraphQL" + found + ".", "Correct it there, or before.");
    }

    static AmplifyException noGraphQL(String place) {
        return of(place, "is no GraphQL.", "Begin each operation with query or mutation.");
    }

    static AmplifyException noOperation(String place) {
        return of(place, "holds no operation.", "Add a query or a mutation.");
    }

    static AmplifyException noSuchOperation(String place, String name, Collection<String> names) {
        return of(
                place,
                "has no operation " + shown(name) + ".",
                names.isEmpty()
                        ? "Its operations have no names; give them some."
                        : "Name one of " + listed(names) + ".");
    }

    static AmplifyException ambiguous(String place, String name) {
        return of(place, "has more than one operation " + shown(name) + ".", "Give each a name of its own.");
    }

    static AmplifyException several(String place, Collection<String> names) {
        return of(place, "holds several operations.", "Name one of " + listed(names) + ".");
    }

    static AmplifyException severalUnparsed(String place) {
        return of(
                place,
                "holds several operations, and graphql-java, which could take them to part, is not there.",
                "Add com.graphql-java:graphql-java to the application, or give each operation a file of its own.");
    }

    static AmplifyException subscription(String place) {
        return of(place, "is a subscription, which a request cannot be.", "Use a query or a mutation.");
    }

    static AmplifyException unknownFragments(String place, Collection<String> names) {
        return of(
                place,
                "uses fragments that the text does not have: " + listed(names) + ".",
                "Add them to the same text.");
    }

    static String invalid(String place, int line, int column, String rule) {
        return position(place, line, column) + ": " + printable(rule) + ".";
    }

    static AmplifyException schemaMissing(String location) {
        return schema(
                "no schema is at " + shown(location), "Set it to classpath:<name>, to a file, or to the SDL.", null);
    }

    static AmplifyException schemaUnreadable(@Nullable Throwable cause) {
        return schema("cannot be read as UTF-8", "Set it to classpath:<name>, to a file, or to the SDL.", cause);
    }

    static AmplifyException badSchema(String rule) {
        return schema(
                "is no schema of an API: " + printable(rule),
                "Take what AppSync has, not what Amplify makes it of: aws appsync get-introspection-schema.",
                null);
    }

    static AmplifyException badDerivedSchema(String rule) {
        return new AmplifyException(
                "InvalidSchema",
                "amplify.graphql.model-introspection: makes no schema: " + printable(rule) + ".",
                "Set amplify.graphql.schema.",
                null);
    }

    private static AmplifyException schema(String rule, String remedy, @Nullable Throwable cause) {
        return new AmplifyException("InvalidSchema", SCHEMA + ": " + rule + ".", remedy, cause);
    }

    private static AmplifyException of(String place, String rule, String remedy) {
        return new AmplifyException("InvalidDocument", place + ": " + rule, remedy, null);
    }

    private static String position(String place, int line, int column) {
        return place + ", line " + line + ", column " + column;
    }

    private static String listed(Collection<String> names) {
        return String.join(", ", names);
    }

    private static String shown(String text) {
        return printable(text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
    }

    /** One line, without the full stop that the sentence gets. */
    private static String printable(String text) {
        return text.strip().replaceAll("\\p{Cntrl}+", " ").replaceAll("\\.$", "");
    }
}
