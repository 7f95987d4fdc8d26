package org.amplifyjakarta.data;

import jakarta.json.JsonObject;
import java.util.List;
import org.amplifyjakarta.AmplifyException;

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
 * <p>For another session use {@code AmplifyServerRunner}.
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
}
