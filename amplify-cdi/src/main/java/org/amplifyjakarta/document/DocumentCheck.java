package org.amplifyjakarta.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.schema.IntrospectionReader;
import org.amplifyjakarta.schema.IntrospectionSdl;
import org.jspecify.annotations.Nullable;

/**
 * Checks documents in files when an application is deployed.
 *
 * @param faults a sentence and its remedy each, with the place in the application and in the file
 * @param validation whether the documents were held against a schema
 */
public record DocumentCheck(List<String> faults, Validation validation) {

    /** What the documents were held against. */
    public enum Validation {
        SCHEMA,
        SYNTAX_ALONE,
        NOTHING
    }

    /** Copies what it is given. */
    public DocumentCheck {
        faults = List.copyOf(faults);
    }

    /**
     * A place in an application that names a document.
     *
     * @param operation empty where the file holds only one
     */
    public record Use(String place, String resource, String operation) {}

    /**
     * Checks what is named; each document once, and each file read once.
     *
     * @param schema the schema's location or text; null where there is none
     * @param introspection {@code model_introspection}, from which a schema is derived where there is no other; null where there
     *     is none either
     */
    public static DocumentCheck of(Collection<Use> uses, @Nullable String schema, @Nullable String introspection) {
        List<String> faults = new ArrayList<>();
        Map<List<String>, String> places = new LinkedHashMap<>();
        uses.forEach(use -> places.merge(
                List.of(use.resource(), use.operation()), use.place(), (some, other) -> some + ", " + other));
        if (!Documents.areParsed()) {
            places.forEach((document, place) ->
                    note(place, faults, () -> Documents.ofResource(document.get(0), document.get(1))));
            return new DocumentCheck(faults, Validation.NOTHING);
        }
        ParsedSchema parsed = null;
        try {
            parsed = schema(schema, introspection);
        } catch (AmplifyException e) {
            faults.add(e.getMessage() + " " + e.remedy());
        }
        ParsedSchema against = parsed;
        Map<String, ParsedText> files = new HashMap<>();
        places.forEach((document, place) -> note(place, faults, () -> {
            ParsedText.Selected selected = files.computeIfAbsent(
                            document.get(0), file -> ParsedText.of(DocumentText.ofResource(file)))
                    .select(document.get(1));
            if (against != null) {
                against.faults(selected).forEach(fault -> faults.add(place + ": " + fault));
            }
        }));
        return new DocumentCheck(
                faults, schema == null && introspection == null ? Validation.SYNTAX_ALONE : Validation.SCHEMA);
    }

    private static @Nullable ParsedSchema schema(@Nullable String schema, @Nullable String introspection) {
        if (schema != null) {
            return ParsedSchema.of(DocumentText.ofSchema(schema), DocumentMessages::badSchema);
        }
        return introspection == null
                ? null
                : ParsedSchema.of(
                        IntrospectionSdl.lenient(IntrospectionReader.read(introspection, false)),
                        DocumentMessages::badDerivedSchema);
    }

    private static void note(String place, List<String> faults, Runnable check) {
        try {
            check.run();
        } catch (AmplifyException e) {
            faults.add(place + ": " + e.getMessage() + " " + e.remedy());
        }
    }
}
