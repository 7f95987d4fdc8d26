package org.amplifyjakarta.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.amplifyjakarta.binding.InstantAdapter;
import org.amplifyjakarta.binding.ModelJson;
import org.amplifyjakarta.binding.OffsetDateTimeAdapter;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.GraphQlConfig;
import org.amplifyjakarta.schema.Introspection;
import org.amplifyjakarta.schema.IntrospectionReader;

/**
 * The schema of whatever configuration is current at each call, and the classes that are bound to it, each read once. For this
 * library. Safe for concurrent use.
 */
public final class ModelSchemas implements AutoCloseable {

    private static final int MAX_SCHEMAS = 100;

    private final Supplier<AmplifyConfig> config;
    private final ModelJson json;
    private final Cache<Source, Bound> schemas;

    /** Makes the ones of an application. */
    public ModelSchemas(Supplier<AmplifyConfig> config) {
        this(
                config,
                new ModelJson(
                        JsonProvider.provider(),
                        JsonbBuilder.create(new JsonbConfig()
                                .withNullValues(true)
                                .withAdapters(new InstantAdapter(), new OffsetDateTimeAdapter()))),
                Caffeine.newBuilder()
                        .maximumSize(MAX_SCHEMAS)
                        .executor(Runnable::run)
                        .build());
    }

    private ModelSchemas(Supplier<AmplifyConfig> config, ModelJson json, Cache<Source, Bound> schemas) {
        this.config = config;
        this.json = json;
        this.schemas = schemas;
    }

    /** Returns the same for another configuration, closed with this. */
    public ModelSchemas of(Supplier<AmplifyConfig> other) {
        return new ModelSchemas(other, json, schemas);
    }

    /** What a schema is read from. */
    private record Source(String introspection, boolean versioned) {

        static Source of(AmplifyConfig config) {
            GraphQlConfig api = config.apis().graphQl();
            if (api == null || api.modelIntrospection() == null) {
                throw DataMessages.noIntrospection();
            }
            return new Source(api.modelIntrospection(), api.isVersioned());
        }

        Introspection read() {
            return IntrospectionReader.read(introspection, versioned);
        }
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
        Introspection schema = Source.of(config).read();
        List<String> faults = new ArrayList<>();
        types.forEach(type -> ModelBinding.bind(schema, type, faults));
        return faults;
    }

    /** Returns the current schema. */
    public Introspection schema() {
        return bound().schema();
    }

    /** Returns what binds a class to its model in the current schema. */
    @SuppressWarnings("unchecked") // the map's value is made of its key
    public <T> ModelBinding<T> binding(Class<T> type) {
        Bound bound = bound();
        return (ModelBinding<T>)
                bound.classes().computeIfAbsent(type, absent -> ModelBinding.of(bound.schema(), absent));
    }

    /** Returns what reads and writes records. */
    public ModelJson json() {
        return json;
    }

    @Override
    public void close() {
        try {
            json.jsonb().close();
        } catch (Exception e) {
            throw new IllegalStateException("Models: JSON-B could not be closed.", e);
        }
    }

    private Bound bound() {
        return Objects.requireNonNull(
                schemas.get(Source.of(config.get()), source -> new Bound(source.read(), new ConcurrentHashMap<>())));
    }
}
