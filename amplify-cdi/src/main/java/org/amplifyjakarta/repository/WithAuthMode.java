package org.amplifyjakarta.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;

/**
 * Says in which auth mode a repository calls the API, in place of the configured one. That of a method wins over that of its
 * repository, which holds for inherited methods too.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface WithAuthMode {

    /** The auth mode. */
    AuthMode value();
}
