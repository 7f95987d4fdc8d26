package org.amplifyjakarta.data;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.session.AmplifyContext;

/**
 * The models of the GraphQL API, by what {@code model_introspection} of {@code amplify_outputs.json} tells of them, in the
 * session of the current request: {@code client.models} of Amplify Data.
 *
 * <pre>{@code
 * @Inject
 * AmplifyModels models;
 *
 * ModelPage<Post> drafts = models.of(Post.class).list(ListQuery.ALL.where(Filter.where("status").eq(PostStatus.DRAFT)));
 * }</pre>
 *
 * <p>For another session use {@link #in}, or {@code AmplifyServerRunner}.
 *
 * <p>Inject it. Safe for concurrent use.
 */
public interface AmplifyModels {

    /**
     * Returns the operations on the model of a class with {@link Model}.
     *
     * @throws AmplifyException named {@code InvalidModel} if the class does not fit the schema, {@code NoModelIntrospection}
     *     if there is none
     */
    <T> ModelOperations<T> of(Class<T> type);

    /**
     * Returns the operations on a model, with records as JSON, and everything but relations asked for.
     *
     * @throws AmplifyException named {@code InvalidModel} if there is no such model, {@code NoModelIntrospection} if there is
     *     no introspection
     */
    ModelOperations<JsonObject> of(String model);

    /**
     * Returns a custom query or mutation.
     *
     * @throws AmplifyException named {@code InvalidField} if there is no such operation, {@code NoModelIntrospection} if there is
     *     no introspection
     */
    CustomOperation custom(String operation);

    /** Returns the values of an enum of the schema, in its order; none where there is no such enum. */
    List<String> enumValues(String name);

    /**
     * Returns a record, or a collection of them, as JSON that may stand in a page as it is, in a script element too:
     * {@code serializeModel} of Amplify's DataStore. In attributes it has to be in double quotes, escaped.
     *
     * @throws AmplifyException named {@code InvalidModel} for null, and for a text or a number
     */
    String serializeModel(Object recordOrCollection);

    /**
     * Makes a record of JSON: {@code deserializeModel}. A missing {@code id} becomes a random UUID, another missing field null.
     *
     * @throws AmplifyException named {@code InvalidField} where a required field is missing or a value has not its field's type
     *     or format, {@code InvalidModel} for what is no object
     */
    <T> T deserializeModel(Class<T> type, JsonValue json);

    /** Makes records of a JSON array, as {@link #deserializeModel} does of each. */
    <T> List<T> deserializeModels(Class<T> type, JsonValue json);

    /** Returns the same in a given session, in whatever thread it is called. It ends with the context. */
    AmplifyModels in(AmplifyContext context);
}
