package org.amplifyjakarta.binding;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import org.jspecify.annotations.Nullable;

/**
 * Makes a value of one Java type of what the API answered for a field. Chosen once, when a class is bound; safe for concurrent
 * use.
 */
@FunctionalInterface
public interface ValueReader {

    /**
     * Returns the value. What it throws quotes the answer, and is not for others to see.
     *
     * @param value never JSON's null
     * @throws IllegalArgumentException if the value has another form
     * @throws ArithmeticException if a number is too large for the type, or has a fraction that it lacks
     * @throws java.time.DateTimeException if a time is none
     */
    @Nullable Object read(JsonValue value, JsonProvider provider);
}
