package org.amplifyjakarta.signin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.config.RoutesConfig;
import org.amplifyjakarta.cookie.CookieStorage;
import org.amplifyjakarta.cookie.SetCookie;

/**
 * The cookies of sign-ins on their way, one each, so that tabs do not disturb one another.
 *
 * <p>Bound to one request.
 */
final class FlowCookies {

    private static final String NAME = "com.amplify.server_auth.flow.";

    /** So many a browser keeps at once, and so many bytes of them; the oldest make room. */
    private static final int MAX = 8;

    private static final int MAX_BYTES = 4096;

    /** So many are looked at: browsers send the newest last. */
    private static final int MAX_READ = 32;

    private final RoutesConfig routes;
    private final CookieStorage cookies;
    private final Map<String, String> received;
    private final List<SignInFlow> flows;

    FlowCookies(RoutesConfig routes, CookieStorage cookies) {
        this.routes = routes;
        this.cookies = cookies;
        this.received = cookies.getAll().startingWith(prefix());
        this.flows = received.entrySet().stream()
                .skip(Math.max(0, received.size() - MAX_READ))
                .flatMap(each ->
                        SignInFlow.parse(each.getValue())
                                .filter(flow -> name(flow.state()).equals(each.getKey()))
                                .stream())
                .toList();
    }

    /** Keeps one, in place of the oldest and of all that are none. */
    void keep(SignInFlow flow) {
        List<String> kept = new ArrayList<>();
        int bytes = bytes(flow);
        for (SignInFlow other : newest(MAX - 1)) {
            bytes += bytes(other);
            if (bytes > MAX_BYTES) {
                break;
            }
            kept.add(name(other.state()));
        }
        received.keySet().stream()
                .filter(name -> !kept.contains(name) && SetCookie.isWritable(name))
                .forEach(name -> cookies.delete(name, routes.flowCookie()));
        cookies.set(name(flow.state()), flow.text(), routes.flowCookie());
    }

    /** Tells whether any sign-in is on its way. */
    boolean areThere() {
        return !flows.isEmpty();
    }

    /** Returns the one that was sent with a state, unless it is too old. */
    Optional<SignInFlow> find(String state, Instant now) {
        // each copy: a cookie of another path may stand before ours where names have no prefix
        return cookies.getAll().values(name(state)).stream()
                .limit(MAX)
                .flatMap(text -> SignInFlow.parse(text).stream())
                .filter(flow -> isEqual(flow.state(), state))
                .filter(flow -> flow.isAlive(now, routes.flowCookie().maxAge()))
                .findFirst();
    }

    void remove(SignInFlow flow) {
        cookies.delete(name(flow.state()), routes.flowCookie());
    }

    /** Removes the one that was sent with a state, however old. */
    void remove(String state) {
        flows.stream().filter(flow -> isEqual(flow.state(), state)).forEach(this::remove);
    }

    /** Of those of the same second, the one that was received last. */
    private List<SignInFlow> newest(int most) {
        List<SignInFlow> newest = new ArrayList<>(flows);
        Collections.reverse(newest);
        newest.sort(Comparator.comparing(SignInFlow::begun).reversed());
        return newest.subList(0, Math.min(most, newest.size()));
    }

    private int bytes(SignInFlow flow) {
        return name(flow.state()).length() + flow.text().length();
    }

    private static boolean isEqual(String left, String right) {
        return Secret.of(left).equals(Secret.of(right));
    }

    /** By a part of the state, which tells nobody the rest. */
    private String name(String state) {
        return prefix() + state.substring(0, Math.min(8, state.length()));
    }

    private String prefix() {
        return routes.flowCookie().hostName(NAME);
    }
}
