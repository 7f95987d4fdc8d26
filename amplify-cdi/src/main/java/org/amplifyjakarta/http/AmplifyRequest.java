package org.amplifyjakarta.http;

import java.util.List;
import java.util.Optional;

/**
 * What may be known of a request: what a resolver of configurations, a guard and a cross-site check decide by.
 *
 * <p>Bound to one request; not safe for other threads.
 */
public interface AmplifyRequest {

    /** Returns the method as sent, {@code GET}. */
    String method();

    /**
     * Returns the path that the container dispatched on: decoded, without path parameters and query, below the
     * application's context path, beginning with {@code /}.
     */
    String path();

    /** Returns where the application lies on its host: empty for the root, otherwise {@code /posts}. */
    String contextPath();

    /** Returns path and query as they were sent, context path included. */
    String uri();

    /** Returns all values of a header in the order received; empty if it was not sent. */
    List<String> headers(String name);

    /** Returns the first value of a header. */
    default Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }
}
