package org.amplifyjakarta.data;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.amplifyjakarta.binding.ModelValues;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.graphql.AmplifyGraphQL;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.amplifyjakarta.schema.Introspection;
import org.amplifyjakarta.session.AmplifyContext;

/** {@link AmplifyModels} for whatever session is current at each call. */
public final class SessionModels implements AmplifyModels, AutoCloseable {

    private final AmplifyGraphQL graphQl;
    private final Supplier<AmplifyGraphQL> current;
    private final ModelSchemas schemas;

    /** Makes one for a client that knows one session. */
    public SessionModels(AmplifyGraphQL graphQl, Supplier<AmplifyConfig> config) {
        this(graphQl, () -> graphQl, new ModelSchemas(config));
    }

    private SessionModels(AmplifyGraphQL graphQl, Supplier<AmplifyGraphQL> current, ModelSchemas schemas) {
        this.graphQl = graphQl;
        this.current = current;
        this.schemas = schemas;
    }

    /** Makes the one of an application. */
    public static SessionModels ofCurrent(AmplifyGraphQL graphQl, Supplier<AmplifyContext> session) {
        return new SessionModels(graphQl, () -> graphQl.in(session.get()), new ModelSchemas(() -> session.get()
                .config()));
    }

    @Override
    public <T> ModelOperations<T> of(Class<T> type) {
        return new BoundOperations<>(api(schemas.schema()), schemas.binding(type), GraphQLOptions.DEFAULT);
    }

    @Override
    public ModelOperations<JsonObject> of(String model) {
        Introspection schema = schemas.schema();
        return new BoundOperations<>(
                api(schema), ModelBinding.untyped(schema, schema.model(model)), GraphQLOptions.DEFAULT);
    }

    @Override
    public CustomOperation custom(String operation) {
        Introspection schema = schemas.schema();
        return new BoundCustomOperation(
                api(schema),
                Optional.ofNullable(schema.operations().get(operation))
                        .orElseThrow(() -> DataMessages.noSuchOperation(operation)),
                GraphQLOptions.DEFAULT);
    }

    @Override
    public List<String> enumValues(String name) {
        return schemas.schema().enums().getOrDefault(name, List.of());
    }

    @Override
    public String serializeModel(Object recordOrCollection) {
        String text = recordOrCollection instanceof JsonValue value
                ? value.toString()
                : schemas.json().jsonb().toJson(recordOrCollection);
        if (!text.startsWith("{") && !text.startsWith("[")) {
            throw DataMessages.notSerializable();
        }
        return HtmlJson.escaped(text);
    }

    @Override
    public <T> T deserializeModel(Class<T> type, JsonValue given) {
        if (!(given instanceof JsonObject object)) {
            throw DataMessages.notDeserializable();
        }
        ModelBinding<T> binding = schemas.binding(type);
        JsonObject checked =
                new ModelValues(schemas.schema(), schemas.json().provider()).checked(binding.model(), object);
        return schemas.json().read(checked, Objects.requireNonNull(binding.bound()), type);
    }

    @Override
    public <T> List<T> deserializeModels(Class<T> type, JsonValue given) {
        if (!(given instanceof JsonArray array)) {
            throw DataMessages.notDeserializable();
        }
        return array.stream().map(element -> deserializeModel(type, element)).toList();
    }

    @Override
    public AmplifyModels in(AmplifyContext context) {
        AmplifyGraphQL there = graphQl.in(context);
        return new SessionModels(there, () -> there, schemas.of(context::config));
    }

    @Override
    public void close() {
        schemas.close();
    }

    private BoundOperations.Api api(Introspection schema) {
        return new BoundOperations.Api(graphQl, current, schema, schemas.json(), this);
    }
}
