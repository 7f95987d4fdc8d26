package org.amplifyjakarta.it.localaws;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Function;

/** Scalars that AppSync has beside those of GraphQL. */
final class AppSyncScalars {

    static final GraphQLScalarType DATE_TIME = scalar(
            "AWSDateTime", value -> OffsetDateTime.parse(value.toString()).toString());

    /** JSON-B reads whole numbers as decimals. */
    static final GraphQLScalarType TIMESTAMP = scalar("AWSTimestamp", value -> ((Number) value).longValue());

    private AppSyncScalars() {}

    private static GraphQLScalarType scalar(String name, Function<Object, Object> parse) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new Coercing<Object, Object>() {
                    @Override
                    public Object serialize(Object value, GraphQLContext context, Locale locale) {
                        return value;
                    }

                    @Override
                    public Object parseValue(Object value, GraphQLContext context, Locale locale) {
                        try {
                            return parse.apply(value);
                        } catch (DateTimeParseException | ClassCastException e) {
                            throw new CoercingParseValueException(
                                    "Variable has an invalid value. Unable to parse `" + value + "` as a valid " + name,
                                    e);
                        }
                    }

                    @Override
                    public Object parseLiteral(
                            Value<?> value, CoercedVariables variables, GraphQLContext context, Locale locale) {
                        return parseValue(literal(value), context, locale);
                    }
                })
                .build();
    }

    private static Object literal(Value<?> value) {
        if (value instanceof IntValue number) {
            return number.getValue();
        }
        return value instanceof StringValue text ? String.valueOf(text.getValue()) : "";
    }
}
