package org.amplifyjakarta.data;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What records are asked for. Field names and operators are checked against the schema; values go as variables.
 *
 * <pre>{@code
 * Filter.where("status").eq(PostStatus.PUBLISHED).and(Filter.where("rating").ge(3).not())
 * }</pre>
 *
 * <p>AppSync filters what it has read: a page may be short, or empty, and have a next one.
 *
 * <p>Immutable.
 */
public final class Filter {

    private final Map<String, Object> json;

    private Filter(Map<String, Object> json) {
        this.json = json;
    }

    /**
     * Starts with a field.
     *
     * @throws org.amplifyjakarta.AmplifyException named {@code InvalidField} for {@code and}, {@code or} and {@code not}, which
     *     join filters
     */
    public static Field where(String field) {
        if (FilterCheck.GROUPS.contains(field)) {
            throw DataMessages.noField(field);
        }
        return new Field(field);
    }

    /** Returns what both ask for. */
    public Filter and(Filter other) {
        return new Filter(Map.of("and", List.of(json, other.json)));
    }

    /** Returns what either asks for. */
    public Filter or(Filter other) {
        return new Filter(Map.of("or", List.of(json, other.json)));
    }

    /** Returns what this does not ask for. */
    public Filter not() {
        return new Filter(Map.of("not", json));
    }

    /** Returns what AppSync calls a filter, with values as they were given: {@code {title={eq=x}}}; it cannot be changed. */
    public Map<String, Object> json() {
        return json;
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return "Filter" + json.keySet();
    }

    /** A field, and what it must be. Immutable. */
    public static final class Field {

        private final String name;

        private Field(String name) {
            this.name = Objects.requireNonNull(name, "name");
        }

        /**
         * Equal to a value.
         *
         * @throws IllegalArgumentException for null here and below: ask for {@link #exists}
         */
        public Filter eq(Object value) {
            return is("eq", value);
        }

        /** Not equal to a value. */
        public Filter ne(Object value) {
            return is("ne", value);
        }

        /** Less than a value. */
        public Filter lt(Object value) {
            return is("lt", value);
        }

        /** At most a value. */
        public Filter le(Object value) {
            return is("le", value);
        }

        /** Greater than a value. */
        public Filter gt(Object value) {
            return is("gt", value);
        }

        /** At least a value. */
        public Filter ge(Object value) {
            return is("ge", value);
        }

        /** Not less than one value and not greater than another. */
        public Filter between(Object low, Object high) {
            return is("between", List.of(required("between", low), required("between", high)));
        }

        /** Begins with a text. */
        public Filter beginsWith(String text) {
            return is("beginsWith", text);
        }

        /** Contains a text; for a list, an element. */
        public Filter contains(Object value) {
            return is("contains", value);
        }

        /** Does not contain a text; for a list, an element. */
        public Filter notContains(Object value) {
            return is("notContains", value);
        }

        /** Is there, or is not. */
        public Filter exists(boolean there) {
            return is("attributeExists", there);
        }

        /** Has a length that an operator holds of: {@code size("gt", 3)}. */
        public Filter size(String operator, int length) {
            if (!List.of("eq", "ne", "lt", "le", "gt", "ge").contains(operator)) {
                throw new IllegalArgumentException("size: the operator must be eq, ne, lt, le, gt or ge.");
            }
            return is("size", Map.of(operator, length));
        }

        private static Object required(String operator, @Nullable Object value) {
            if (value == null) {
                throw new IllegalArgumentException(
                        "filter: " + operator + " needs a value. Use exists(false) for none.");
            }
            return value;
        }

        private Filter is(String operator, Object value) {
            return new Filter(Map.of(name, Map.of(operator, required(operator, value))));
        }
    }
}
