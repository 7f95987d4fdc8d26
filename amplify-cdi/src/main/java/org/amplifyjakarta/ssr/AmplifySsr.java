package org.amplifyjakarta.ssr;

import java.util.function.Function;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.cookie.CookieStorage;

/**
 * {@code withSSRContext} of Amplify JS 5, the legacy door: Auth, API and DataStore of one session in one object.
 *
 * <pre>{@code
 * @Inject
 * AmplifySsr amplify;
 *
 * SsrContext ssr = amplify.withSSRContext();
 * List<Post> posts = ssr.dataStore().query(Post.class);
 * }</pre>
 *
 * <p>Unlike there, tokens are verified, what is refreshed goes back to the browser, and nothing is shared between contexts. New
 * code injects {@code AmplifyAuth}, {@code AmplifyGraphQL}, {@code AmplifyRest} and {@code AmplifyModels}.
 *
 * <p>Inject it. Safe for concurrent use.
 */
public interface AmplifySsr {

    /**
     * Returns the context of the current request: {@code withSSRContext({ req })}. It ends with the request.
     *
     * @throws AmplifyException named {@code AmplifyServerContextError} where there is none
     */
    SsrContext withSSRContext();

    /**
     * Runs an operation with the session in these cookies; with none in them, {@code InMemoryCookieStorage.empty()}, as a guest:
     * {@code withSSRContext()} of static generation. The context ends with the operation.
     */
    <T> T withSSRContext(CookieStorage cookies, Function<SsrContext, T> operation);
}
