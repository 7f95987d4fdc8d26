package org.amplifyjakarta.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.json.bind.Jsonb;
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
    private final Jsonb jsonb =
            JsonbBuilder.create(new JsonbConfig().withNullValues(true).withAdapters(new InstantAdapter()));
    private final ModelJson json = new ModelJson(JsonProvider.provider(), jsonb);
    private final Cache<String, Bound> schemas = Caffeine.newBuilder()
            .maximumSize(MAX_SCHEMAS)
            .executor(Runnable::run)
            .build();

    /** Makes the ones of an application. */
    public ModelSchemas(Supplier<AmplifyConfig> config) {
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
            jsonb.close();
        } catch (Exception e) {
            throw new IllegalStateException("Models: JSON-B could not be closed.", e);
        }
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
