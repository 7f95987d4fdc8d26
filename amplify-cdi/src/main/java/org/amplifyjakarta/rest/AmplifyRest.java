package org.amplifyjakarta.rest;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.transport.OutgoingRequest;

/**
 * Calls of the REST APIs that are configured under {@code amplify.rest}, by their names, in the session of the current
 * request: Amplify's REST category.
 *
 * <pre>{@code
 * @Inject
 * AmplifyRest rest;
 *
 * Note note = rest.post("notes", "/notes", RestOptions.DEFAULT.withBody(draft)).as(Note.class);
 * }</pre>
 *
 * <p>Every method waits for the answer. {@code GET}, {@code HEAD}, {@code PUT} and {@code DELETE} are sent up to three
 * times where nothing answered, or with 429, 500, 502, 503 or 504; {@code POST} and {@code PATCH} once, unless
 * {@link RestOptions#retrying()} says otherwise. No redirect is followed,
 * and no answer of more than 64 MiB is taken.
 *
 * <p>A path follows the endpoint; what may not stand in a URL is percent-encoded, percent signs are left as they are. It may
 * bring a query, which {@link RestOptions#queryParams()} add to. It cannot lead to another host.
 *
 * <p>All methods throw a {@link RestApiException}: {@code InvalidApiName} for an API that is not configured or a path that
 * is none, {@code NetworkError}, {@code TimeoutError}, {@code CanceledError}, and for a status of 300 and above the name
 * that the API gives or {@code UnknownError}; and an {@link AmplifyException} named {@code NoCredentials} or
 * {@code UserUnAuthenticatedException} where the session has not what the API's auth mode asks for.
 *
 * <p>Inject it. Safe for concurrent use.
 */
public interface AmplifyRest {

    /** Sends {@code GET}. */
    default RestResponse get(String apiName, String path) {
        return get(apiName, path, RestOptions.DEFAULT);
    }

    /** Sends {@code GET}. */
    default RestResponse get(String apiName, String path, RestOptions options) {
        return send("GET", apiName, path, options);
    }

    /** Sends {@code POST}. */
    default RestResponse post(String apiName, String path, RestOptions options) {
        return send("POST", apiName, path, options);
    }

    /** Sends {@code PUT}. */
    default RestResponse put(String apiName, String path, RestOptions options) {
        return send("PUT", apiName, path, options);
    }

    /** Sends {@code PATCH}. */
    default RestResponse patch(String apiName, String path, RestOptions options) {
        return send("PATCH", apiName, path, options);
    }

    /** Sends {@code DELETE}. */
    default RestResponse del(String apiName, String path, RestOptions options) {
        return send("DELETE", apiName, path, options);
    }

    /** Sends {@code HEAD}. */
    default RestResponse head(String apiName, String path, RestOptions options) {
        return send("HEAD", apiName, path, options);
    }

    /**
     * Sends any of them and waits for the answer.
     *
     * @throws IllegalArgumentException as {@link #start} does
     * @param method GET, HEAD, POST, PUT, PATCH or DELETE
     */
    default RestResponse send(String method, String apiName, String path, RestOptions options) {
        return start(method, apiName, path, options).response();
    }

    /**
     * Starts a call that goes on by itself, in a thread that is its own until the answer is there, and can be cancelled. Session and
     * body are read here.
     *
     * @throws IllegalArgumentException for another method, or a header that holds a control character
     * @param method GET, HEAD, POST, PUT, PATCH or DELETE
     */
    RestOperation start(String method, String apiName, String path, RestOptions options);

    /**
     * Returns what authorizes a request that another HTTP client sends to an address, in the API's auth mode. The session is
     * read here.
     *
     * @throws RestApiException if the address is neither the API's endpoint nor below it: no token and no signature is for
     *     anybody else
     */
    Authorizer authorizer(String apiName, URI address);

    /** Returns the same in a given session, in whatever thread it is called. It ends with the context. */
    AmplifyRest in(AmplifyContext context);

    /** Authorizes a request. Safe for concurrent use, for as long as a token or credentials live. */
    @FunctionalInterface
    interface Authorizer {

        /**
         * Returns the headers of a request with what authorizes it, to be sent within minutes, and all of them. A request that
         * brings an {@code authorization} is left alone.
         */
        Map<String, List<String>> headers(OutgoingRequest request);
    }
}
