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
