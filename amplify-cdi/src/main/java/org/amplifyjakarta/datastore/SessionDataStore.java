package org.amplifyjakarta.datastore;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.amplifyjakarta.config.GraphQlConfig;
import org.amplifyjakarta.data.Filter;
import org.amplifyjakarta.data.ModelBinding;
import org.amplifyjakarta.data.ModelSchemas;
import org.amplifyjakarta.graphql.AmplifyGraphQL;
import org.amplifyjakarta.schema.ModelSchema;
import org.amplifyjakarta.session.AmplifyContext;
import org.jspecify.annotations.Nullable;

/** {@link AmplifyDataStore} for whatever session is current at each call. */
public final class SessionDataStore implements AmplifyDataStore, AutoCloseable {

    private final Supplier<AmplifyContext> session;
    private final AmplifyGraphQL graphQl;
    private final ModelSchemas schemas;
    private final @Nullable FunctionAuthProvider functionAuth;

    /** Makes the one of an application. */
    public SessionDataStore(
            Supplier<AmplifyContext> session, AmplifyGraphQL graphQl, @Nullable FunctionAuthProvider functionAuth) {
        this(session, graphQl, new ModelSchemas(() -> session.get().config()), functionAuth);
    }

    private SessionDataStore(
            Supplier<AmplifyContext> session,
            AmplifyGraphQL graphQl,
            ModelSchemas schemas,
            @Nullable FunctionAuthProvider functionAuth) {
        this.session = session;
        this.graphQl = graphQl;
        this.schemas = schemas;
        this.functionAuth = functionAuth;
    }

    @Override
    public <T> Optional<T> query(Class<T> type, String id) {
        ModelStore<T> store = store(type);
        return store.query(key(store, id));
    }

    @Override
    public <T> Optional<T> query(Class<T> type, Map<String, ?> key) {
        return store(type).query(key);
    }

    @Override
    public <T> List<T> query(Class<T> type, StoreQuery query) {
        return store(type).query(query);
    }

    @Override
    public <T> T save(T record) {
        return storeOf(record).save(record, null);
    }

    @Override
    public <T> T save(T record, Filter condition) {
        return storeOf(record).save(record, condition);
    }

    @Override
    public <T> Optional<T> delete(T record) {
        return storeOf(record).delete(record, null);
    }

    @Override
    public <T> Optional<T> delete(T record, Filter condition) {
        return storeOf(record).delete(record, condition);
    }

    @Override
    public <T> Optional<T> delete(Class<T> type, String id) {
        ModelStore<T> store = store(type);
        return store.delete(key(store, id));
    }

    @Override
    public <T> Optional<T> delete(Class<T> type, Map<String, ?> key) {
        return store(type).delete(key);
    }

    @Override
    public <T> List<T> deleteAll(Class<T> type, Filter predicate) {
        return store(type).deleteAll(predicate);
    }

    @Override
    public AmplifyDataStore in(AmplifyContext context) {
        return new SessionDataStore(() -> context, graphQl, schemas.of(context::config), functionAuth);
    }

    @Override
    public void close() {
        schemas.close();
    }

    @SuppressWarnings("unchecked") // a record is of its own class
    private <T> ModelStore<T> storeOf(T record) {
        return store((Class<T>) record.getClass());
    }

    private <T> ModelStore<T> store(Class<T> type) {
        AmplifyContext context = session.get();
        ModelBinding<T> binding = schemas.binding(type);
        // without an API there is no introspection, which the line above asks for
        GraphQlConfig api = Objects.requireNonNull(context.config().apis().graphQl());
        return new ModelStore<>(
                new ModelRows(
                        schemas.schema(),
                        schemas.json(),
                        graphQl.in(context),
                        new AuthModes(context, api, functionAuth),
                        new ReadLimit(api.dataStore().maxRecordsToSync())),
                binding);
    }

    /** The key of one field, whatever its name. */
    private static Map<String, String> key(ModelStore<?> store, String id) {
        ModelSchema model = store.binding().model();
        if (model.key().size() != 1) {
            throw DataStoreMessages.badKey(model);
        }
        return Map.of(model.key().get(0), id);
    }
}
