package org.amplifyjakarta.faces.authenticator;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form. Immutable.
 *
 * @param type that of HTML's input element
 * @param autocomplete what browsers and password managers know it by
 * @param value what it holds at first, null for nothing; never a password or a code
 * @param hint what is said below it, null for nothing
 */
record Field(
        String name,
        String label,
        String type,
        String autocomplete,
        boolean required,
        @Nullable String value,
        @Nullable String hint) {

    static final String USERNAME = "username";
    static final String PASSWORD = "password";
    static final String CONFIRM_PASSWORD = "confirmPassword";
    static final String CODE = "code";
    static final String ANSWER = "answer";

    /** What is typed once and never shown again. */
    static final Set<String> SECRETS = Set.of(PASSWORD, CONFIRM_PASSWORD, CODE);

    /** What the names of fields for user attributes begin with. */
    static final String ATTRIBUTE = "attribute.";

    static Field required(String name, String label, String type, String autocomplete) {
        return new Field(name, label, type, autocomplete, true, null, null);
    }

    Field holding(@Nullable String given) {
        return new Field(name, label, type, autocomplete, required, given, hint);
    }

    Field hinting(@Nullable String given) {
        return new Field(name, label, type, autocomplete, required, value, given);
    }

    boolean isSecret() {
        return SECRETS.contains(name);
    }

    /** Shows its name. */
    @Override
    public String toString() {
        return "Field[" + name + "]";
    }
}
