package org.amplifyjakarta.cookie;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.config.CookieConfig;

/**
 * What was received and what was set since: the half of a {@link CookieStorage} that all of them share. One line a name,
 * the last one set.
 *
 * <p>Bound to one request; not safe for other threads.
 */
public final class PendingCookies {

    private final RequestCookies received;
    private final InstantSource clock;
    private final Map<String, SetCookie> pending = new LinkedHashMap<>();

    public PendingCookies(RequestCookies received, InstantSource clock) {
        this.received = received;
        this.clock = clock;
    }

    /** Returns what was received. */
    public RequestCookies received() {
        return received;
    }

    /** Returns the value last set, else the first readable one received. */
    public Optional<String> get(String name) {
        SetCookie set = pending.get(name);
        return set == null ? received.first(name) : Optional.ofNullable(set.value());
    }

    /** Notes a value to keep and returns its line. */
    public SetCookie set(String name, String value, CookieConfig attributes) {
        return note(SetCookie.keep(name, value, attributes, clock.instant()));
    }

    /** Notes a removal and returns its line. */
    public SetCookie delete(String name, CookieConfig attributes) {
        return note(SetCookie.remove(name, attributes));
    }

    /** Returns the lines to send, one a name, in the order of the first mention of each. */
    public Collection<SetCookie> lines() {
        return List.copyOf(pending.values());
    }

    private SetCookie note(SetCookie cookie) {
        pending.put(cookie.name(), cookie);
        return cookie;
    }
}
