package org.amplifyjakarta.schema;

import java.util.List;
import java.util.Optional;
import org.amplifyjakarta.schema.FieldSchema.Association;
import org.amplifyjakarta.schema.FieldSchema.Kind;

/**
 * The fields by which a relation leads from a model to another: each here equals the one at its place there. Immutable.
 *
 * @param leadsToKey whether the fields there are the other's primary key, so that it can be got by them
 */
public record RelationKeys(ModelSchema other, List<String> here, List<String> there, boolean leadsToKey) {

    public RelationKeys {
        here = List.copyOf(here);
        there = List.copyOf(there);
    }

    /** Returns those of a field; empty where it leads to no other model. */
    public static Optional<RelationKeys> of(Introspection schema, ModelSchema model, String name) {
        FieldSchema field = model.fields().get(name);
        Association association = field == null || field.kind() != Kind.MODEL ? null : field.association();
        if (field == null || association == null) {
            return Optional.empty();
        }
        ModelSchema other = schema.model(field.typeName());
        if (!association.targetNames().isEmpty()) {
            return Optional.of(new RelationKeys(other, association.targetNames(), other.key(), true));
        }
        List<String> holders = holders(association, other);
        return holders.isEmpty()
                ? Optional.empty()
                : Optional.of(new RelationKeys(
                        other,
                        model.key()
                                .subList(0, Math.min(holders.size(), model.key().size())),
                        holders,
                        false));
    }

    /** The fields over there that hold the key: named themselves, or behind the relation that leads back. */
    static List<String> holders(Association association, ModelSchema other) {
        List<String> with = association.associatedWith();
        FieldSchema back = with.isEmpty() ? null : other.fields().get(with.get(0));
        return back == null
                        || back.association() == null
                        || back.association().targetNames().isEmpty()
                ? with
                : back.association().targetNames();
    }
}
