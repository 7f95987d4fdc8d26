package org.amplifyjakarta.signin;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.amplifyjakarta.config.RoutesConfig;
import org.amplifyjakarta.cookie.CookieStorage;

/**
 * The cookies of sign-ins on their way, one each, so that tabs do not disturb one another. On https their names begin with
 * {@code __Host-}: no other host of the domain can plant one.
 *
 * <p>Bound to one request.
 */
record FlowCookies(RoutesConfig routes, CookieStorage cookies) {

    private static final String NAME = "com.amplify.server_auth.flow.";

    /** So many a browser keeps at once; the oldest makes room. */
    private static final int MAX = 8;

    void keep(SignInFlow flow) {
        List<SignInFlow> others = all().stream()
                .sorted(Comparator.comparing(SignInFlow::begun).reversed())
                .toList();
        others.stream().skip(MAX - 1L).forEach(this::remove);
        cookies.set(name(flow), flow.text(), routes.flowCookie());
    }

    /** Tells whether any sign-in is on its way. */
    boolean areThere() {
        return !all().isEmpty();
    }

    /** Returns the one that was sent with a state, unless it is too old. */
    Optional<SignInFlow> find(String state, Instant now) {
        return all().stream()
                .filter(flow -> flow.state().equals(state))
                .filter(flow -> flow.isAlive(now, routes.flowCookie().maxAge()))
                .findFirst();
    }

    void remove(SignInFlow flow) {
        cookies.delete(name(flow), routes.flowCookie());
    }

    /** Removes the one that was sent with a state, however old. */
    void remove(String state) {
        all().stream().filter(flow -> flow.state().equals(state)).forEach(this::remove);
    }

    private List<SignInFlow> all() {
        return cookies.getAll().names().stream()
                .filter(name -> name.startsWith(prefix()))
                .distinct()
                .flatMap(
                        name -> cookies
                                .getAll()
                                .first(name)
                                .flatMap(SignInFlow::parse)
                                .filter(flow -> name.equals(name(flow)))
                                .stream())
                .toList();
    }

    /** By a part of the state, which tells nobody the rest. */
    private String name(SignInFlow flow) {
        return prefix() + flow.state().substring(0, Math.min(8, flow.state().length()));
    }

    private String prefix() {
        return (routes.flowCookie().secure() ? "__Host-" : "") + NAME;
    }
}
