package org.amplifyjakarta.cookie;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import org.amplifyjakarta.config.CookieConfig;

/**
 * Cookies without a request: for jobs, tests and rendering ahead of time. What was set stays here until it is asked for.
 *
 * <p>Bound to one operation; not safe for other threads.
 */
public final class InMemoryCookieStorage implements CookieStorage {

    private final PendingCookies cookies;

    private InMemoryCookieStorage(RequestCookies received) {
        this.cookies = new PendingCookies(received, InstantSource.system());
    }

    /** Returns a storage with nothing in it: a guest's. */
    public static InMemoryCookieStorage empty() {
        return new InMemoryCookieStorage(RequestCookies.none());
    }

    /** Returns a storage with the cookies of a {@code Cookie} header. */
    public static InMemoryCookieStorage ofHeader(String header) {
        return new InMemoryCookieStorage(RequestCookies.parse(header));
    }

    /** Returns the {@code Set-Cookie} lines of what was set, one a name. */
    public Collection<SetCookie> setCookies() {
        return cookies.lines();
    }

    @Override
    public Optional<String> get(String name) {
        return cookies.get(name);
    }

    @Override
    public RequestCookies getAll() {
        return cookies.received();
    }

    @Override
    public void set(String name, String value, CookieConfig attributes) {
        cookies.set(name, value, attributes);
    }

    @Override
    public void delete(String name, CookieConfig attributes) {
        cookies.delete(name, attributes);
    }

    @Override
    public boolean isWritable() {
        return true;
    }
}
