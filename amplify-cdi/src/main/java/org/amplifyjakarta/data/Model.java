package org.amplifyjakarta.data;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a record, or a class that JSON-B knows how to make, to a model of the schema. What it does not name is not asked for.
 *
 * <pre>{@code
 * @Model
 * public record Post(String id, String title, PostStatus status, Instant createdAt, List<Comment> comments) {}
 * }</pre>
 *
 * <p>Checked at deployment against the introspection: the model must be there, every property must be a field of it (by its
 * name, or that of {@code @JsonbProperty}) and fit its type, and the key must be among them. A relation is a nested record, or
 * a list of records, of the fields that are asked for along with it. Of such a list AppSync sends the first 100, and does not
 * say so here; {@link ModelOperations#related} pages through all.
 *
 * <p>AWS scalars are {@code String}, or {@code LocalDate} (AWSDate), {@code LocalTime} or {@code OffsetTime} (AWSTime),
 * {@code Instant} or {@code OffsetDateTime} (AWSDateTime), {@code Instant} or a number (AWSTimestamp), {@code URI} (AWSURL) and
 * JSON-P values (AWSJSON).
 *
 * <p>A record is made by its constructor, which gets zero for a primitive that the API left empty; what the constructor throws
 * makes an answer unreadable. Records with other annotations of JSON-B than {@code @JsonbProperty} and {@code @JsonbTransient},
 * and classes, are made by JSON-B, which cuts off what is too large for a number's type.
 */
@Documented
@Stereotype // which makes a server look at the class in an archive of annotated beans
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Model {

    /** The model's name; that of the class where it is empty. */
    String value() default "";
}
