package org.amplifyjakarta.repository;

import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a method returns.
 *
 * @param element the class of a record, or of what else it is
 */
record ResultType(Shape shape, Class<?> element) {

    /** How many records, and in what. */
    enum Shape {
        VOID,
        COUNT,
        ONE,
        OPTIONAL,
        LIST,
        STREAM,
        ARRAY,
        PAGE;

        /** Tells whether a limit or a page has a meaning. */
        boolean isMany() {
            return this == LIST || this == STREAM || this == ARRAY || this == PAGE;
        }
    }

    static ResultType of(GenericTypes types, Type returned) {
        Class<?> raw = types.raw(returned);
        Shape shape = shape(raw);
        return new ResultType(shape, shape == Shape.ONE ? raw : types.element(returned));
    }

    private static Shape shape(Class<?> raw) {
        if (raw == void.class) {
            return Shape.VOID;
        }
        if (raw == int.class || raw == long.class) {
            return Shape.COUNT;
        }
        if (raw == Optional.class) {
            return Shape.OPTIONAL;
        }
        if (raw == List.class) {
            return Shape.LIST;
        }
        if (raw == Stream.class) {
            return Shape.STREAM;
        }
        if (raw == Page.class || raw == CursoredPage.class) {
            return Shape.PAGE;
        }
        return raw.isArray() ? Shape.ARRAY : Shape.ONE;
    }
}
