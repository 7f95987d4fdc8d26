package org.amplifyjakarta.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Loads this library's classes anew, and none of an API that a server may be without. */
final class ServerWithout extends ClassLoader {

    private final String api;

    /** @param api the package of the API and a dot */
    ServerWithout(String api) {
        super(Objects.requireNonNull(ServerWithout.class.getClassLoader()));
        this.api = api;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(api)) {
            throw new ClassNotFoundException(name);
        }
        if (!name.startsWith("org.amplifyjakarta.")) {
            return super.loadClass(name, resolve);
        }
        Class<?> known = findLoadedClass(name);
        return known == null ? defined(name) : known;
    }

    private Class<?> defined(String name) throws ClassNotFoundException {
        try (InputStream bytes = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] all = bytes.readAllBytes();
            return defineClass(name, all, 0, all.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
