package org.amplifyjakarta.datastore;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.data.Filter;
import org.amplifyjakarta.graphql.GraphQLException;
import org.amplifyjakarta.session.AmplifyContext;

/**
 * Records of classes with {@code @Model}, by predicates: {@code SSR.DataStore} of Amplify JS 5, in the session of the current
 * request. New code rather uses {@code AmplifyModels}, which asks for pages and indexes.
 *
 * <pre>{@code
 * @Inject
 * AmplifyDataStore dataStore;
 *
 * List<Post> best = dataStore.query(
 *         Post.class, StoreQuery.ALL.where(Filter.where("rating").gt(4)).descending("rating").page(0, 10));
 * }</pre>
 *
 * <p>Each call asks the API, and keeps nothing: there is no start, stop, clear or observe, and what one request reads no other
 * one sees. A query reads the model page by page, filtered by the API as far as predicates allow, and decides the rest here. It
 * reads {@code amplify.datastore.max-records-to-sync} records at most, related ones and those of a mode that was refused half-way
 * included, in a hundredth as many calls, or ten. What an API that resolves conflicts
 * ({@code amplify.graphql.conflict-resolution-mode}) keeps as {@code _deleted} is left out.
 *
 * <p>A predicate may lead through relations: {@code Filter.where("post.title").eq("x")}; through one to many it holds where any
 * of the many is so. Text is compared by code point; null equals null alone, and is less than nothing and greater than nothing.
 *
 * <p>With {@code amplify.datastore.auth-mode-strategy} {@code multi-auth} a model is asked for in the auth modes of its rules,
 * custom before owner, groups, private and public, until one is not refused; a list begins anew in each. Where all are refused,
 * the last one's error is thrown; Amplify JS has an empty list for that. Any other failure is thrown at once, where Amplify JS
 * goes on to the next mode: the public's records are no answer for a user's. An address without a region
 * ({@code amplify.graphql.custom-endpoint}) is asked without authorization, whatever the rules say.
 *
 * <p>All methods throw a {@link GraphQLException} for whatever the API reports, but for records of a list that their reader may
 * not see at all, which are left out; and an {@link AmplifyException} named {@code InvalidModel} or {@code InvalidField} for a
 * class, a field, an operator or a key that the schema has not, {@code TooManyRecords} beyond the limit.
 *
 * <p>Inject it. Safe for concurrent use.
 */
public interface AmplifyDataStore {

    /** Returns all records. */
    default <T> List<T> query(Class<T> type) {
        return query(type, StoreQuery.ALL);
    }

    /** Returns the record with that key, of a model whose key is one field. */
    <T> Optional<T> query(Class<T> type, String id);

    /** Returns the record with that key, by the names of its fields. */
    <T> Optional<T> query(Class<T> type, Map<String, ?> key);

    /** Returns what a predicate holds of. */
    default <T> List<T> query(Class<T> type, Filter predicate) {
        return query(type, StoreQuery.ALL.where(predicate));
    }

    /** Returns what a query asks for. */
    <T> List<T> query(Class<T> type, StoreQuery query);

    /**
     * Writes a record, and returns it as it was written: a new one where its key is null or nobody's (which costs a call to find
     * out; who may not read creates), otherwise over the one that is there, null for null.
     *
     * @throws AmplifyException named {@code InvalidModel} where the API resolves conflicts and the record, which is there, lacks
     *     its {@code _version}
     * @throws GraphQLException named {@code ConflictUnhandled} where somebody else wrote in between and the API does not
     *     resolve that; the JSON of its error has their record, {@code data}
     */
    <T> T save(T record);

    /**
     * Does the same where a condition holds of the record that is there.
     *
     * @throws GraphQLException for one that does not: {@link GraphQLException#isConditionalCheckFailed()}
     */
    <T> T save(T record, Filter condition);

    /**
     * Removes a record, and returns it; empty where there was none.
     *
     * @throws AmplifyException named {@code InvalidModel} where the API resolves conflicts and the record lacks its
     *     {@code _version}
     */
    <T> Optional<T> delete(T record);

    /**
     * Does the same where a condition holds of the record that is there.
     *
     * @throws GraphQLException for one that does not: {@link GraphQLException#isConditionalCheckFailed()}
     */
    <T> Optional<T> delete(T record, Filter condition);

    /** Removes the record with that key, whatever its version; empty where there was none. */
    <T> Optional<T> delete(Class<T> type, String id);

    /** Removes the record with that key, by the names of its fields, whatever its version; empty where there was none. */
    <T> Optional<T> delete(Class<T> type, Map<String, ?> key);

    /** Removes, one by one, what a predicate holds of, and returns what was removed. */
    <T> List<T> deleteAll(Class<T> type, Filter predicate);

    /** Returns the same in a given session, in whatever thread it is called. It ends with the context. */
    AmplifyDataStore in(AmplifyContext context);
}
