package org.amplifyjakarta.jaxrs.authentication;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.amplifyjakarta.config.CookieConfig;
import org.amplifyjakarta.cookie.CookieStorage;
import org.amplifyjakarta.cookie.PendingCookies;
import org.amplifyjakarta.cookie.RequestCookies;
import org.amplifyjakarta.cookie.SetCookie;

/** The cookies of a Jakarta REST request and its answer, where there is no servlet container. */
final class RestCookieStorage implements CookieStorage {

    private final PendingCookies cookies;
    private boolean sent;
    private boolean personal;

    RestCookieStorage(List<String> headers, InstantSource clock) {
        this.cookies = new PendingCookies(RequestCookies.parse(headers), clock);
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
        requireUnsent();
        cookies.set(name, value, attributes);
    }

    @Override
    public void delete(String name, CookieConfig attributes) {
        requireUnsent();
        cookies.delete(name, attributes);
    }

    @Override
    public boolean isWritable() {
        return !sent;
    }

    @Override
    public void markPersonal() {
        personal = true;
    }

    boolean isPersonal() {
        return personal;
    }

    /** Returns the lines for the answer, after which nothing can be set any more. */
    Collection<SetCookie> send() {
        sent = true;
        return cookies.lines();
    }

    private void requireUnsent() {
        if (sent) {
            throw new IllegalStateException("Set-Cookie: the answer's headers are written. Ask isWritable first.");
        }
    }
}
