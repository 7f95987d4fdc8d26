package org.amplifyjakarta.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.GraphQlConfig;
import org.amplifyjakarta.graphql.AmplifyGraphQL;
import org.amplifyjakarta.graphql.GraphQLOptions;

/** {@link AmplifyModels} for whatever session is current at each call. */
public final class SessionModels implements AmplifyModels, AutoCloseable {

    private static final int MAX_SCHEMAS = 100;

    private final AmplifyGraphQL graphQl;
    private final Supplier<AmplifyConfig> config;
    private final Jsonb jsonb =
            JsonbBuilder.create(new JsonbConfig().withNullValues(true).withAdapters(new InstantAdapter()));
    private final ModelJson json = new ModelJson(JsonProvider.provider(), jsonb);
    private final Cache<String, Bound> schemas = Caffeine.newBuilder()
            .maximumSize(MAX_SCHEMAS)
            .executor(Runnable::run)
            .build();

    /** Makes the one of an application. */
    public SessionModels(AmplifyGraphQL graphQl, Supplier<AmplifyConfig> config) {
        this.graphQl = graphQl;
        this.config = config;
    }

    /** A schema, and the classes that are bound to it. */
    private record Bound(Introspection schema, ConcurrentHashMap<Class<?>, ModelBinding<?>> classes) {}

    /** Tells whether there is an introspection. */
    public static boolean areConfigured(AmplifyConfig config) {
        GraphQlConfig api = config.apis().graphQl();
        return api != null && api.modelIntrospection() != null;
    }

    /**
     * Tells what is wrong with classes that have {@link Model}.
     *
     * @throws org.amplifyjakarta.AmplifyException named {@code NoModelIntrospection} if there is none, or one that cannot be read
     */
    public static List<String> faults(AmplifyConfig config, List<Class<?>> types) {
        Introspection schema = IntrospectionReader.read(introspection(config));
        List<String> faults = new ArrayList<>();
        types.forEach(type -> ModelBinding.bind(schema, type, faults));
        return faults;
    }

    @Override
    public <T> ModelOperations<T> of(Class<T> type) {
        Bound bound = bound();
        return new BoundOperations<>(api(bound.schema()), binding(bound, type), GraphQLOptions.DEFAULT);
    }

    @Override
    public ModelOperations<JsonObject> of(String model) {
        Introspection schema = bound().schema();
        return new BoundOperations<>(
                api(schema), ModelBinding.untyped(schema, schema.model(model)), GraphQLOptions.DEFAULT);
    }

    @Override
    public CustomOperation custom(String operation) {
        Introspection schema = bound().schema();
        return new BoundCustomOperation(
                api(schema),
                Optional.ofNullable(schema.operations().get(operation))
                        .orElseThrow(() -> DataMessages.noSuchOperation(operation)),
                GraphQLOptions.DEFAULT);
    }

    @Override
    public List<String> enumValues(String name) {
        return bound().schema().enums().getOrDefault(name, List.of());
    }

    @Override
    public String serializeModel(Object recordOrCollection) {
        String text =
                recordOrCollection instanceof JsonValue value ? value.toString() : jsonb.toJson(recordOrCollection);
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
        Bound bound = bound();
        ModelBinding<T> binding = binding(bound, type);
        JsonObject checked = new ModelValues(bound.schema(), json.provider()).checked(binding.model(), object);
        return json.read(checked, Objects.requireNonNull(binding.bound()), type);
    }

    @Override
    public <T> List<T> deserializeModels(Class<T> type, JsonValue given) {
        if (!(given instanceof JsonArray array)) {
            throw DataMessages.notDeserializable();
        }
        return array.stream().map(element -> deserializeModel(type, element)).toList();
    }

    @Override
    public void close() {
        try {
            jsonb.close();
        } catch (Exception e) {
            throw new IllegalStateException("Models: JSON-B could not be closed.", e);
        }
    }

    private BoundOperations.Api api(Introspection schema) {
        return new BoundOperations.Api(graphQl, schema, json, this);
    }

    @SuppressWarnings("unchecked") // the map's value is made of its key
    private static <T> ModelBinding<T> binding(Bound bound, Class<T> type) {
        return (ModelBinding<T>)
                bound.classes().computeIfAbsent(type, absent -> ModelBinding.of(bound.schema(), absent));
    }

    private Bound bound() {
        return Objects.requireNonNull(schemas.get(
                introspection(config.get()),
                text -> new Bound(IntrospectionReader.read(text), new ConcurrentHashMap<>())));
    }

    private static String introspection(AmplifyConfig config) {
        GraphQlConfig api = config.apis().graphQl();
        if (api == null || api.modelIntrospection() == null) {
            throw DataMessages.noIntrospection();
        }
        return api.modelIntrospection();
    }
}
