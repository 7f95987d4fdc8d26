package org.amplifyjakarta.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.graphql.GraphQLException;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.amplifyjakarta.schema.ModelSchema;

/**
 * What can be done with a model. A list leaves out what its reader may not see; one record that its reader may not see is
 * reported as {@code Unauthorized}.
 *
 * <p>Operations on one record throw a {@link GraphQLException} for whatever the API reports, with the partial answer in it;
 * a page keeps errors beside its records. {@code AmplifyGraphQL} tells what else is thrown. A name that the schema does not have
 * is an {@link AmplifyException} named {@code InvalidField} or {@code InvalidModel}; a record that does not fit the class is one named
 * {@code UnreadableRecord}, after a write too, which is done then.
 *
 * <p>Where the API resolves conflicts, records that are gone, which it keeps for a while, are not returned; a page may be short
 * for it.
 *
 * <p>Values never become part of a document. Immutable, and safe for concurrent use.
 *
 * @param <T> a record
 */
public interface ModelOperations<T> {

    /** Returns what the schema says of the model. */
    ModelSchema model();

    /** Returns the values of a record's key, in the order of {@link #get}; none where one of them is missing. */
    List<Object> key(T record);

    /** Returns the same, each request made in this way. */
    ModelOperations<T> with(GraphQLOptions options);

    /**
     * Returns the same, asking for these fields alone: {@code title}, {@code comments.*}, {@code comments.post.title}. Not for
     * records bound by {@link Model}, which ask for what they have.
     */
    ModelOperations<T> select(List<String> paths);

    /**
     * Writes a new record, and returns it as it was written. What is null is left out, as are fields that only the API
     * writes, the owner by a rule among them; a related record becomes its key.
     */
    T create(T record);

    /**
     * Writes the fields of a record over those that are there, null for null where the field may be null, and returns the
     * whole. What else {@link #create} leaves out is left out. An API whose rules ask for the owner reports {@code Unauthorized}
     * for what is not there.
     */
    T update(T record);

    /**
     * Writes some fields of a record, by their names, null for null; the key must be among them.
     *
     * @throws AmplifyException named {@code InvalidField} for null in a required field, too
     */
    T patch(Map<String, ?> changes);

    /**
     * Removes a record, and returns it; empty where there was none. An API whose rules ask for the owner reports
     * {@code Unauthorized} for what is not there, since nobody owns it: whether it is there is asked then, by one more request.
     *
     * <p>Where the API resolves conflicts, the version is read before, and what was written in between is a
     * {@code ConflictUnhandled} where the API cannot merge it. To delete what was read, and no later version of it, use
     * {@code AmplifyDataStore}.
     */
    Optional<T> delete(Object... key);

    /** Returns a record. */
    Optional<T> get(Object... key);

    /** Returns a page of all records. */
    ModelPage<T> list(ListQuery query);

    /**
     * Returns all records, page after page as they are read, in the session in which this was called, wherever they are read;
     * it ends with that session's context.
     *
     * @throws GraphQLException as soon as a page has errors
     */
    Stream<T> listAll(ListQuery query);

    /** Returns a page of the records that a secondary index finds, by its query field. */
    ModelPage<T> query(String queryField, Object partitionKey, ListQuery query);

    /** Returns all that a secondary index finds, as {@link #listAll} does. */
    Stream<T> queryAll(String queryField, Object partitionKey, ListQuery query);

    /**
     * Returns a page of the records of another class that belong to a record of this one, through a relation to many. Asks a
     * secondary index where there is one, otherwise the record's own field, which needs to be allowed to read the record; Amplify JS
     * looks through the whole table. An index whose sort key is of optional fields lacks the records without them, and is asked only
     * where the query asks for a sort key or an order.
     */
    <R> ModelPage<R> related(T record, String field, Class<R> type, ListQuery query);

    /**
     * Returns the record of another class that a relation to one leads to. The record must have the fields that hold the other's
     * key.
     */
    <R> Optional<R> relatedOne(T record, String field, Class<R> type);
}
