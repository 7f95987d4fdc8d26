package org.amplifyjakarta.wiring;

import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.AnnotationTarget;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.GraphQlConfig;
import org.amplifyjakarta.document.DocumentCheck;
import org.amplifyjakarta.document.DocumentCheck.Use;
import org.amplifyjakarta.graphql.DocumentFile;
import org.jspecify.annotations.Nullable;

/** Where an application has documents injected. */
final class DocumentUses {

    private final Set<Use> uses = new TreeSet<>(
            Comparator.comparing(Use::place).thenComparing(Use::resource).thenComparing(Use::operation));

    /** Notes every field and every parameter of a class. */
    void note(ClassInfo type) {
        type.fields().forEach(field -> note(type.name() + "." + field.name(), field));
        type.constructors().forEach(constructor -> note(type.name(), constructor));
        type.methods().forEach(method -> note(type.name() + "." + method.name(), method));
    }

    private void note(String place, MethodInfo method) {
        method.parameters().forEach(parameter -> note(place + "(" + parameter.name() + ")", parameter));
    }

    private void note(String place, AnnotationTarget point) {
        AnnotationInfo file = point.annotation(DocumentFile.class);
        if (file != null) {
            uses.add(new Use(
                    place,
                    file.member("value").asString(),
                    file.hasMember("operation") ? file.member("operation").asString() : ""));
        }
    }

    /**
     * Checks what was noted.
     *
     * @param config null where it cannot be known yet
     */
    void check(@Nullable AmplifyConfig config, Messages messages) {
        if (uses.isEmpty()) {
            return;
        }
        GraphQlConfig api = config == null ? null : config.apis().graphQl();
        DocumentCheck check = DocumentCheck.of(
                uses, api == null ? null : api.schema(), api == null ? null : api.modelIntrospection());
        if (!check.faults().isEmpty()) {
            messages.error(StartMessages.documentFaults(check.faults()));
        }
        switch (check.validation()) {
            case NOTHING -> messages.warn(StartMessages.documentsUnparsed());
            case SYNTAX_ALONE -> messages.warn(StartMessages.documentsWithoutSchema());
            case SCHEMA -> {}
        }
    }
}
