package org.amplifyjakarta.graphql;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects an operation of a file on the class path.
 *
 * <pre>{@code
 * @Inject
 * @DocumentFile(value = "graphql/queries.graphql", operation = "GetPost")
 * GraphQLDocument getPost;
 * }</pre>
 *
 * <p>All of an application's are checked at deployment, wherever CDI injects them, and every fault is told in one message: a file
 * that is not there or not UTF-8, syntax, an operation that is not there or not the only one, subscriptions, and fragments that the
 * file does not have. With graphql-java in the application, documents are held against {@code amplify.graphql.schema} too, or
 * against a schema that is derived from {@code model_introspection}; the derived one lets pass what introspection does not tell of.
 * Both are those that MicroProfile Config holds for the application itself: neither further configurations nor those that are made in
 * code are known at deployment.
 *
 * @see GraphQLDocument
 */
@Documented
@Qualifier @Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE})
public @interface DocumentFile {

    /** The file: {@code graphql/queries.graphql} for one in {@code src/main/resources/graphql}. */
    @Nonbinding
    String value();

    /** The operation's name; empty where the file holds only one. */
    @Nonbinding
    String operation() default "";
}
