package org.amplifyjakarta.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a model or of a custom type. Immutable.
 *
 * @param typeName the scalar's, enum's, custom type's or model's name
 */
public record FieldSchema(
        String name,
        Kind kind,
        String typeName,
        boolean isArray,
        boolean isRequired,
        boolean isReadOnly,
        @Nullable Association association) {

    /** What a field holds. */
    public enum Kind {
        SCALAR,
        ENUM,
        CUSTOM_TYPE,
        MODEL
    }

    /**
     * How a field leads to another model.
     *
     * @param targetNames the fields here that hold the other's key: {@code BELONGS_TO}
     * @param associatedWith the fields there that hold the key of this: {@code HAS_MANY}, {@code HAS_ONE}
     */
    public record Association(List<String> targetNames, List<String> associatedWith) {}

    /** Returns a field that a rule of authorization adds to answers, and the API alone writes. */
    public static FieldSchema implicit(String name) {
        return new FieldSchema(name, Kind.SCALAR, "String", false, false, true, null);
    }

    /**
     * Tells whether a timestamp counts milliseconds: that of conflict resolution does, though it is an {@code AWSTimestamp} to
     * AppSync.
     */
    public boolean isInMilliseconds() {
        return name.equals(ModelSchema.LAST_CHANGED_AT) && typeName.equals("AWSTimestamp");
    }

    /** Tells whether there is nothing to select inside. */
    public boolean isLeaf() {
        return kind == Kind.SCALAR || kind == Kind.ENUM;
    }
}
