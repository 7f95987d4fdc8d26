package org.amplifyjakarta.jaxrs.authorization;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.amplifyjakarta.guard.Authenticated;
import org.amplifyjakarta.guard.Requirement;

/**
 * What annotations want of a user. The method's annotation wins over that of the class which declares it; neither an
 * interface, nor an overridden method, nor a class for the methods that it inherits, has a say. Where a resource was
 * reached through locators, each locator's annotation must be met too.
 *
 * <p>Safe for concurrent use; keeps one entry a resource method.
 *
 * @see <a href="https://jakarta.ee/specifications/annotations/2.1/annotations-spec-2.1.html#general-guidelines-for-inheritance-of-annotations">
 *     Jakarta Annotations §2.1</a>
 */
final class ResourceRequirements {

    private final Map<Target, Optional<Requirement>> known = new ConcurrentHashMap<>();

    private record Target(Class<?> type, Method method) {}

    /** Returns what must be met; empty if no annotation says anything. */
    List<Requirement> of(ResourceInfo resource, UriInfo uri) {
        if (resource.getResourceMethod() == null) {
            return List.of();
        }
        List<Requirement> requirements = new ArrayList<>();
        of(new Target(unproxied(resource.getResourceClass()), resource.getResourceMethod()))
                .ifPresent(requirements::add);
        Class<?> reached = unproxied(resource.getResourceClass());
        for (Object ancestor : uri.getMatchedResources()) {
            Class<?> type = unproxied(ancestor.getClass());
            if (type != reached) {
                locators(type, reached, uri.getPath())
                        .flatMap(locator -> of(new Target(type, locator)).stream())
                        .forEach(requirements::add);
                reached = type;
            }
        }
        return requirements;
    }

    private Optional<Requirement> of(Target target) {
        return known.computeIfAbsent(target, ResourceRequirements::read);
    }

    private static Optional<Requirement> read(Target target) {
        Method method = implementation(target);
        return annotated(method).or(() -> annotated(method.getDeclaringClass()));
    }

    /** Returns the method that runs: the matched one may be an interface's. */
    private static Method implementation(Target target) {
        try {
            return target.type()
                    .getMethod(target.method().getName(), target.method().getParameterTypes());
        } catch (NoSuchMethodException e) {
            return target.method();
        }
    }

    /** CDI's proxies are synthetic classes whose methods have lost their annotations. */
    private static Class<?> unproxied(Class<?> type) {
        Class<?> real = type;
        while (real.isSynthetic() && real.getSuperclass() != null) {
            real = real.getSuperclass();
        }
        return real;
    }

    private static Optional<Requirement> annotated(AnnotatedElement element) {
        if (element.isAnnotationPresent(DenyAll.class)) {
            return Optional.of(new Requirement.Nobody());
        }
        RolesAllowed roles = element.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            return Optional.of(new Requirement.InGroup(Set.copyOf(List.of(roles.value()))));
        }
        if (element.isAnnotationPresent(Authenticated.class)) {
            return Optional.of(new Requirement.SignedIn());
        }
        return element.isAnnotationPresent(PermitAll.class) ? Optional.of(new Requirement.Open()) : Optional.empty();
    }

    /** Which locator led on is not told: all that may have, by what they return and by their paths, count. */
    private static Stream<Method> locators(Class<?> type, Class<?> reached, String path) {
        return Stream.of(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Path.class))
                .filter(method -> Stream.of(method.getAnnotations())
                        .map(Annotation::annotationType)
                        .noneMatch(annotation -> annotation.isAnnotationPresent(HttpMethod.class)))
                .filter(method -> mayReturn(method.getReturnType(), reached))
                .filter(method -> mayMatch(method.getAnnotation(Path.class).value(), path));
    }

    /** A template with expressions of its own may match anything. */
    private static boolean mayMatch(String template, String path) {
        List<String> wanted = segments(template);
        List<String> there = segments(path);
        if (template.contains(":")) {
            return true;
        }
        return IntStream.rangeClosed(0, there.size() - wanted.size()).anyMatch(start -> IntStream.range(
                        0, wanted.size())
                .allMatch(i -> wanted.get(i).contains("{") || wanted.get(i).equals(there.get(start + i))));
    }

    private static List<String> segments(String path) {
        return Stream.of(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
    }

    private static boolean mayReturn(Class<?> returned, Class<?> reached) {
        return returned == Class.class || returned.isAssignableFrom(reached) || reached.isAssignableFrom(returned);
    }
}
