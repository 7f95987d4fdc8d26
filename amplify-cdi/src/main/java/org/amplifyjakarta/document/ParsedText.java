package org.amplifyjakarta.document;

import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A text that graphql-java has taken to part; loaded only where that is there. */
record ParsedText(String place, Document document) {

    /**
     * An operation, and the text's own pieces that it consists of.
     *
     * @param document the operation and the fragments that it uses, with their places in the file
     */
    record Selected(String place, Operation operation, Document document) {}

    /** @throws org.amplifyjakarta.AmplifyException if it is no GraphQL */
    static ParsedText of(DocumentText text) {
        try {
            // the options for schemas limit nothing, which is for the application's own files only
            ParserOptions options = isString(text)
                    ? ParserOptions.getDefaultOperationParserOptions()
                    : ParserOptions.getDefaultSdlParserOptions();
            ParserEnvironment environment = ParserEnvironment.newParserEnvironment()
                    .document(text.text())
                    .parserOptions(options)
                    .locale(Locale.ENGLISH)
                    .build();
            return new ParsedText(text.place(), Parser.parse(environment));
        } catch (InvalidSyntaxException e) {
            // a string may have been put together of what is not to be shown
            throw DocumentMessages.syntax(
                    text.place(),
                    e.getLocation() == null ? 1 : e.getLocation().getLine(),
                    e.getLocation() == null ? 1 : e.getLocation().getColumn(),
                    isString(text) ? null : e.getOffendingToken());
        }
    }

    private static boolean isString(DocumentText text) {
        return text.place().equals(DocumentText.STRING);
    }

    /** @throws org.amplifyjakarta.AmplifyException if it is not there, or nothing that can be sent */
    Selected select(String name) {
        OperationDefinition definition = find(name);
        String own = definition.getName() == null ? place : place + ", operation " + definition.getName();
        if (definition.getOperation() == OperationDefinition.Operation.SUBSCRIPTION) {
            throw DocumentMessages.subscription(own);
        }
        Document.Builder parts = Document.newDocument().definition(definition);
        fragments(own, definition).forEach(parts::definition);
        Document alone = parts.build();
        return new Selected(
                place,
                new Operation(
                        definition.getName(),
                        OperationType.valueOf(definition.getOperation().name()),
                        AstPrinter.printAst(alone)),
                alone);
    }

    private OperationDefinition find(String name) {
        List<OperationDefinition> all = document.getDefinitionsOfType(OperationDefinition.class);
        List<String> names = all.stream()
                .map(OperationDefinition::getName)
                .filter(Objects::nonNull)
                .toList();
        if (all.isEmpty()) {
            throw DocumentMessages.noOperation(place);
        }
        List<OperationDefinition> found = name.isEmpty()
                ? all
                : all.stream()
                        .filter(operation -> name.equals(operation.getName()))
                        .toList();
        if (found.isEmpty()) {
            throw DocumentMessages.noSuchOperation(place, name, names);
        }
        if (found.size() > 1) {
            throw name.isEmpty() ? DocumentMessages.several(place, names) : DocumentMessages.ambiguous(place, name);
        }
        return found.get(0);
    }

    private List<FragmentDefinition> fragments(String own, OperationDefinition operation) {
        Map<String, FragmentDefinition> known = new LinkedHashMap<>();
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> known.put(fragment.getName(), fragment));
        Set<String> names = new LinkedHashSet<>();
        addSpreads(operation, known, names);
        List<String> unknown =
                names.stream().filter(name -> !known.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            throw DocumentMessages.unknownFragments(own, unknown);
        }
        return known.values().stream()
                .filter(fragment -> names.contains(fragment.getName()))
                .toList();
    }

    private static void addSpreads(Node<?> node, Map<String, FragmentDefinition> known, Set<String> names) {
        for (Node<?> child : node.getChildren()) {
            if (child instanceof FragmentSpread spread && names.add(spread.getName())) {
                FragmentDefinition fragment = known.get(spread.getName());
                if (fragment != null) {
                    addSpreads(fragment, known, names);
                }
            }
            addSpreads(child, known, names);
        }
    }
}
