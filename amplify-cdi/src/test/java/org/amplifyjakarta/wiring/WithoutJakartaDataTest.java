package org.amplifyjakarta.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.amplifyjakarta.repository.Repositories;
import org.junit.jupiter.api.Test;

/** A server of Jakarta EE 10, and an application that has no use for repositories. */
class WithoutJakartaDataTest {

    private static final InvocationHandler UNUSED = (proxy, method, arguments) -> {
        throw new AssertionError(method);
    };

    private final ClassLoader server = new WithoutJakartaData();

    @Test
    void nothingIsTouchedThatNamesIt() throws Exception {
        Class<?> type = Class.forName(RepositoryExtension.class.getName(), true, server);
        Object extension = type.getConstructor().newInstance();

        type.getMethod("addRepositories", SyntheticComponents.class)
                .invoke(extension, unused(SyntheticComponents.class));
        type.getMethod("validate", Messages.class).invoke(extension, unused(Messages.class));

        assertThat(type).isNotSameAs(RepositoryExtension.class);
    }

    @Test
    void whatNamesItIsReallyMissing() {
        assertThatExceptionOfType(ClassNotFoundException.class)
                .isThrownBy(() -> server.loadClass("jakarta.data.repository.Repository"));
        assertThatExceptionOfType(NoClassDefFoundError.class)
                .isThrownBy(() -> Class.forName(Repositories.class.getName(), true, server));
    }

    private static Object unused(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, UNUSED);
    }

    /** Loads this library's classes anew, and none of Jakarta Data. */
    private static final class WithoutJakartaData extends ClassLoader {

        WithoutJakartaData() {
            super(WithoutJakartaDataTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("jakarta.data.")) {
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
}
