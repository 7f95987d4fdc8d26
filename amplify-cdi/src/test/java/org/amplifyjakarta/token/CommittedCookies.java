package org.amplifyjakarta.token;

import java.util.Optional;
import org.amplifyjakarta.config.CookieConfig;
import org.amplifyjakarta.cookie.CookieStorage;
import org.amplifyjakarta.cookie.RequestCookies;

/** The cookies of a request whose answer is on its way: nothing can be set any more. */
record CommittedCookies(CookieStorage received) implements CookieStorage {

    @Override
    public Optional<String> get(String name) {
        return received.get(name);
    }

    @Override
    public RequestCookies getAll() {
        return received.getAll();
    }

    @Override
    public void set(String name, String value, CookieConfig attributes) {
        throw new IllegalStateException("committed");
    }

    @Override
    public void delete(String name, CookieConfig attributes) {
        throw new IllegalStateException("committed");
    }

    @Override
    public boolean isWritable() {
        return false;
    }
}
