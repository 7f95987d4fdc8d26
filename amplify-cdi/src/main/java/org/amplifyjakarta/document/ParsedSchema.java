package org.amplifyjakarta.document;

import graphql.GraphQLError;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.schema.idl.errors.SchemaProblem;
import graphql.schema.validation.InvalidSchemaException;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amplifyjakarta.AmplifyException;

/** A schema that documents are held against; loaded only where graphql-java is there. Immutable. */
record ParsedSchema(GraphQLSchema schema) {

    private static final int SHOWN = 5;

    private static final List<String> SCALARS = List.of(
            "AWSDate",
            "AWSTime",
            "AWSDateTime",
            "AWSTimestamp",
            "AWSEmail",
            "AWSJSON",
            "AWSURL",
            "AWSPhone",
            "AWSIPAddress");

    /** AppSync's directives and what they take, laxer than AppSync has them: they are not what is checked here. */
    private static final Map<String, String> DIRECTIVES = Map.of(
            "aws_subscribe", "(mutations: [String!])",
            "aws_publish", "(subscriptions: [String!])",
            "aws_auth", "(cognito_groups: [String!])",
            "aws_cognito_user_pools", "(cognito_groups: [String!])",
            "aws_api_key", "",
            "aws_iam", "",
            "aws_oidc", "",
            "aws_lambda", "");

    private static final String PLACES =
            " on SCHEMA | SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INTERFACE | UNION | ENUM"
                    + " | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION";

    /** @throws AmplifyException if it is none; what it says is made by the function */
    static ParsedSchema of(String sdl, Function<String, AmplifyException> fault) {
        try {
            TypeDefinitionRegistry registry = new SchemaParser().parse(sdl);
            SchemaParser parser = new SchemaParser();
            Stream.concat(
                            SCALARS.stream()
                                    .filter(name -> registry.getTypeOrNull(name) == null)
                                    .map(name -> "scalar " + name),
                            DIRECTIVES.entrySet().stream()
                                    .filter(directive -> registry.getDirectiveDefinition(directive.getKey())
                                            .isEmpty())
                                    .map(directive ->
                                            "directive @" + directive.getKey() + directive.getValue() + PLACES))
                    .forEach(definition -> registry.merge(parser.parse(definition)));
            return new ParsedSchema(UnExecutableSchemaGenerator.makeUnExecutableSchema(registry));
        } catch (SchemaProblem e) {
            throw fault.apply(e.getErrors().stream()
                    .limit(SHOWN)
                    .map(GraphQLError::getMessage)
                    .collect(Collectors.joining("; ")));
        } catch (InvalidSchemaException e) {
            throw fault.apply(e.getMessage());
        }
    }

    /** Tells what the schema refuses, with the place in the file. */
    List<String> faults(ParsedText.Selected selected) {
        return new Validator()
                .validateDocument(schema, selected.document(), Locale.ENGLISH).stream()
                        .map(error -> fault(selected.place(), error))
                        .toList();
    }

    private static String fault(String place, ValidationError error) {
        SourceLocation at = error.getLocations() == null || error.getLocations().isEmpty()
                ? new SourceLocation(1, 1)
                : error.getLocations().get(0);
        // the library's own beginning names its constants
        String rule = error.getMessage().replaceFirst("^Validation error \\([^)]*\\) : ", "");
        return DocumentMessages.invalid(place, at.getLine(), at.getColumn(), rule);
    }
}
