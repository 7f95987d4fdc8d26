package org.amplifyjakarta.data;

import java.util.List;

/**
 * What the sort key of a query must be. For a sort key of several fields the value is a map from their names. Immutable.
 */
public record SortKey(String operator, Object value) {

    /** @throws IllegalArgumentException for an operator that is none */
    public SortKey {
        if (!List.of("eq", "le", "lt", "ge", "gt", "between", "beginsWith").contains(operator)) {
            throw new IllegalArgumentException(
                    "sort key: the operator must be eq, le, lt, ge, gt, between or beginsWith.");
        }
    }

    /** Equal to a value. */
    public static SortKey eq(Object value) {
        return new SortKey("eq", value);
    }

    /** Less than a value. */
    public static SortKey lt(Object value) {
        return new SortKey("lt", value);
    }

    /** At most a value. */
    public static SortKey le(Object value) {
        return new SortKey("le", value);
    }

    /** Greater than a value. */
    public static SortKey gt(Object value) {
        return new SortKey("gt", value);
    }

    /** At least a value. */
    public static SortKey ge(Object value) {
        return new SortKey("ge", value);
    }

    /** Not less than one value and not greater than another. */
    public static SortKey between(Object low, Object high) {
        return new SortKey("between", List.of(low, high));
    }

    /** Begins with a text; not for numbers. */
    public static SortKey beginsWith(String text) {
        return new SortKey("beginsWith", text);
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return "SortKey[" + operator + "]";
    }
}
