package org.amplifyjakarta.guard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource class or method as one for signed-in users, whatever their groups. Follows the rules of
 * {@code jakarta.annotation.security}: the method's annotation wins over its class's.
 *
 * <p>A server that enforces the Jakarta annotations itself (Open Liberty does) knows nothing of this one: there it does not
 * open a method of a class that is {@code @RolesAllowed}.
 *
 * <pre>{@code
 * @Path("/orders")
 * @Authenticated
 * public class OrdersResource { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Authenticated {}
