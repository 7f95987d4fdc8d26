package org.amplifyjakarta.signin;

import java.util.Map;
import org.amplifyjakarta.http.Problem;

/** What a route answers. Immutable. */
public sealed interface RouteAnswer {

    /** A redirect, 302. */
    record Redirect(String location) implements RouteAnswer {

        /** Shows nothing of it: the address may hold a state. */
        @Override
        public String toString() {
            return "Redirect[]";
        }
    }

    /** A page of ours that goes on by itself: what it leads to is asked for by this very site. */
    record Page(HandoverPage page) implements RouteAnswer {}

    /**
     * A refusal.
     *
     * @param headers such as {@code Allow}
     */
    record Refused(Problem problem, Map<String, String> headers) implements RouteAnswer {

        public Refused {
            headers = Map.copyOf(headers);
        }
    }
}
