package org.amplifyjakarta.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.amplifyjakarta.repository.Repositories;
import org.junit.jupiter.api.Test;

/** A server of Jakarta EE 10, and an application that has no use for repositories. */
class WithoutJakartaDataTest {

    private static final InvocationHandler UNUSED = (proxy, method, arguments) -> {
        throw new AssertionError(method);
    };

    private final ClassLoader server = new ServerWithout("jakarta.data.");

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
}
