package org.amplifyjakarta.token;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.amplifyjakarta.config.CookieConfig;
import org.amplifyjakarta.cookie.CookieStorage;
import org.amplifyjakarta.cookie.RequestCookies;

/** The cookies of a request whose answer is on its way, or will be: nothing can be set any more then. */
public record CommittedCookies(CookieStorage received, BooleanSupplier committed) implements CookieStorage {

    public CommittedCookies(CookieStorage received) {
        this(received, () -> true);
    }

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
        requireWritable();
        received.set(name, value, attributes);
    }

    @Override
    public void delete(String name, CookieConfig attributes) {
        requireWritable();
        received.delete(name, attributes);
    }

    @Override
    public boolean isWritable() {
        return !committed.getAsBoolean();
    }

    private void requireWritable() {
        if (!isWritable()) {
            throw new IllegalStateException("committed");
        }
    }
}
