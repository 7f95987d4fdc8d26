package org.amplifyjakarta.it.data;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.amplifyjakarta.schema.FieldSchema;
import org.amplifyjakarta.schema.FieldSchema.Kind;
import org.amplifyjakarta.schema.Introspection;
import org.amplifyjakarta.schema.IntrospectionReader;
import org.amplifyjakarta.schema.IntrospectionSdl;
import org.amplifyjakarta.schema.ModelDocument;
import org.amplifyjakarta.schema.ModelSchema;
import org.amplifyjakarta.schema.ModelSchema.Operation;
import org.amplifyjakarta.schema.SelectionSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that is derived from the introspection is the one that Amplify's transformer made, as far as documents go. */
class IntrospectionSdlTest {

    /** What AppSync knows of itself. */
    private static final String PRELUDE = """
            scalar AWSDate scalar AWSTime scalar AWSDateTime scalar AWSTimestamp scalar AWSJSON scalar AWSURL
            scalar AWSEmail scalar AWSPhone scalar AWSIPAddress
            directive @aws_iam on OBJECT | FIELD_DEFINITION
            directive @aws_api_key on OBJECT | FIELD_DEFINITION
            directive @aws_cognito_user_pools on OBJECT | FIELD_DEFINITION
            directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION
            """;

    private static final String DIRECTIVES = """
            scalar AWSTimestamp
            directive @aws_iam on OBJECT | FIELD_DEFINITION
            directive @aws_api_key on OBJECT | FIELD_DEFINITION
            directive @aws_cognito_user_pools on OBJECT | FIELD_DEFINITION
            directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION
            """;

    static Stream<String> requests() throws IOException {
        try (JsonReader reader = Json.createReader(stream("recordings.json"))) {
            return reader.readArray().stream()
                    .map(JsonValue::asJsonObject)
                    .map(recording -> recording.getString("query"));
        }
    }

    @Test
    void typesFieldsArgumentsAndInputsAreThoseOfTheTransformer() throws IOException {
        Map<String, String> derived = names(new SchemaParser().parse(IntrospectionSdl.of(introspection(""))));
        Map<String, String> transformed =
                names(new SchemaParser().parse(DIRECTIVES + text("schema.transformed.graphql")));

        assertThat(derived).containsExactlyEntriesOf(transformed);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void whatAmplifySendsIsValid(String document) throws IOException {
        GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(
                new SchemaParser().parse("scalar AWSTimestamp\n" + IntrospectionSdl.lenient(introspection(""))));

        assertThat(new Validator().validateDocument(schema, Parser.parse(document), Locale.ENGLISH))
                .isEmpty();
    }

    @Test
    void whereIntrospectionKnowsLessNothingIsRefusedThatTheTransformerMade() throws IOException {
        Map<String, String> derived = names(new SchemaParser().parse(IntrospectionSdl.lenient(introspection("rich/"))));
        Map<String, String> transformed = names(new SchemaParser().parse(text("rich/schema.versioned.graphql")));

        transformed.forEach((name, type) -> assertThat(derived.getOrDefault(name, "is not there"))
                .as(name)
                .isIn(type, type.replaceFirst("!$", ""), type.replace("!", "")));
    }

    /** Relations to many without an index that could be asked, and those with one. */
    @Test
    void whatARecordsFieldIsAskedIsWhatTheTransformerMade() throws IOException {
        GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(
                new SchemaParser().parse(PRELUDE + text("rich/schema.versioned.graphql")));
        Introspection rich = introspection("rich/");
        List<String> asked = new ArrayList<>();
        for (ModelSchema model : rich.models().values()) {
            for (FieldSchema field : model.fields().values()) {
                if (field.kind() == Kind.MODEL && !model.disabled().contains(Operation.GET)) {
                    ModelSchema other = rich.model(field.typeName());
                    SelectionSet key = SelectionSet.empty();
                    other.key().forEach(key::leaf);
                    asked.add(ModelDocument.within(model, field, other, key).text());
                }
            }
        }

        assertThat(asked).isNotEmpty().allSatisfy(document -> assertThat(
                        new Validator().validateDocument(schema, Parser.parse(document), Locale.ENGLISH))
                .as(document)
                .isEmpty());
    }

    /** What documents can name, but for subscriptions and what belongs to conversations. */
    private static Map<String, String> names(TypeDefinitionRegistry schema) {
        Map<String, String> names = new TreeMap<>();
        for (ObjectTypeDefinition type : schema.getTypes(ObjectTypeDefinition.class)) {
            for (FieldDefinition field : type.getFieldDefinitions()) {
                String name = type.getName() + "." + field.getName();
                names.put(name, print(field.getType()));
                field.getInputValueDefinitions()
                        .forEach(argument ->
                                names.put(name + "(" + argument.getName() + ")", print(argument.getType())));
            }
        }
        schema.getTypes(InputObjectTypeDefinition.class).forEach(type -> type.getInputValueDefinitions()
                .forEach(field -> names.put(
                        type.getName() + "." + field.getName(),
                        // a default, of which introspection does not tell, makes a required field optional
                        print(type.getName().startsWith("Create") ? nullable(field.getType()) : field.getType()))));
        schema.getTypes(EnumTypeDefinition.class).forEach(type -> type.getEnumValueDefinitions()
                .forEach(value -> names.put(type.getName() + "." + value.getName(), "")));
        names.keySet()
                .removeIf(name -> name.startsWith("Subscription.")
                        || name.startsWith("ModelSubscription")
                        || name.startsWith("AmplifyAI"));
        return names;
    }

    private static String print(Type<?> type) {
        return AstPrinter.printAst(type);
    }

    private static Type<?> nullable(Type<?> type) {
        return type instanceof NonNullType required ? required.getType() : type;
    }

    private static Introspection introspection(String directory) throws IOException {
        return IntrospectionReader.read(text(directory + "model-introspection.json"), false);
    }

    private static String text(String name) throws IOException {
        try (InputStream stream = stream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream stream(String name) {
        return Objects.requireNonNull(IntrospectionSdlTest.class.getResourceAsStream("/amplify-data/" + name));
    }
}
