package org.amplifyjakarta.faces.authenticator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person sent with a form: bounded, as typed. Immutable. */
record Submission(FormKind kind, boolean resend, Map<String, String> values) {

    /** The field that names the form. */
    static final String FORM = "form";

    private static final int MAX_LENGTH = 2048;

    Submission {
        values = values.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, value -> bounded(value.getValue())));
    }

    /** Reads the fields of a form. */
    static Submission of(Map<String, String> values) {
        FormKind kind = FormKind.named(values.getOrDefault(FORM, "")).orElse(FormKind.SIGN_IN);
        return new Submission(kind, "resend".equals(values.get("action")), values);
    }

    /** Returns what may be shown again. */
    Map<String, String> open() {
        Map<String, String> open = new LinkedHashMap<>(values);
        open.keySet().removeAll(Field.SECRETS);
        return open;
    }

    /** Returns a password as it was typed, empty for nothing. */
    String secret(String field) {
        return values.getOrDefault(field, "");
    }

    /** Returns a text without blanks around it, empty for nothing. */
    String text(String field) {
        return secret(field).strip();
    }

    /** Returns the user attributes in it, by Cognito's names. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        values.keySet().stream()
                .filter(name -> name.startsWith(Field.ATTRIBUTE) && !text(name).isEmpty())
                .sorted()
                .forEach(name -> attributes.put(name.substring(Field.ATTRIBUTE.length()), text(name)));
        return attributes;
    }

    /** What no person types is nothing. */
    private static String bounded(String value) {
        return value.length() > MAX_LENGTH ? "" : value;
    }

    /** Shows the form, nothing of what was typed. */
    @Override
    public String toString() {
        return "Submission[" + kind + "]";
    }
}
