package org.amplifyjakarta.jaxrs.client;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the REST API, of those configured under {@code amplify.rest}, that a MicroProfile REST Client calls. Address,
 * region and auth mode are those of the configuration; calls are made in the session of the current request.
 *
 * <pre>{@code
 * @ApplicationScoped
 * @RegisterRestClient
 * @AmplifyApi("notes")
 * interface Notes {
 *     @GET
 *     @Path("/notes/{id}")
 *     Note get(@PathParam("id") String id);
 * }
 *
 * @Inject
 * @RestClient
 * Notes notes;
 * }</pre>
 *
 * <p>A name that is not configured fails the deployment, and so do inherited methods. Asynchronous methods belong to the request that calls them: once
 * it is over, so is its session, and what was not sent yet fails with {@code AmplifyServerContextError}; a resource that
 * returns the stage is not over before it.
 *
 * <p>What keeps a call from being authorized comes as a {@link NotAuthorizedRequestException}; left alone, it is answered as
 * its cause is.
 */
@Documented
@Stereotype // which makes WildFly look at the interface in an archive of annotated beans
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AmplifyApi {

    /** The API's name. */
    String value();
}
