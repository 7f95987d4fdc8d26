package org.amplifyjakarta.repository;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stands behind an instance of a repository. Safe for concurrent use. */
final class RepositoryProxy implements InvocationHandler {

    private static final Object[] NONE = {};

    private final Class<?> type;
    private final RepositoryCalls<?> calls;
    private final Map<Method, RepositoryMethod> methods;
    private final Map<Method, MethodHandle> defaults = new HashMap<>();

    private RepositoryProxy(RepositoryType repository, RepositoryCalls<?> calls) {
        this.type = repository.type();
        this.calls = calls;
        this.methods = repository.methods().stream()
                .collect(Collectors.toUnmodifiableMap(RepositoryMethod::method, method -> method));
        Stream.of(type.getMethods()).filter(Method::isDefault).forEach(method -> defaults.put(method, handle(method)));
    }

    static <T> T of(Class<T> type, RepositoryType repository, RepositoryCalls<?> calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new RepositoryProxy(repository, calls)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given) throws Throwable {
        @Nullable Object[] arguments = given == null ? NONE : given;
        RepositoryMethod ours = methods.get(method);
        if (ours != null) {
            return calls.call(ours, arguments);
        }
        MethodHandle itself = defaults.get(method);
        if (itself != null) {
            return itself.bindTo(proxy).invokeWithArguments(arguments);
        }
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "repository " + type.getName();
        };
    }

    /** InvocationHandler.invokeDefault would ask for a public interface. */
    private static MethodHandle handle(Method method) {
        Class<?> declaring = method.getDeclaringClass();
        try {
            return MethodHandles.privateLookupIn(declaring, MethodHandles.lookup())
                    .unreflectSpecial(method, declaring);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(
                    declaring.getName() + "." + method.getName() + ": cannot be called. Open its module.", e);
        }
    }
}
