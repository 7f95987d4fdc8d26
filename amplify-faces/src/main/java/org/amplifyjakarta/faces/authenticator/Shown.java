package org.amplifyjakarta.faces.authenticator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is shown with a form, beside the form. Immutable.
 *
 * @param failure why the last try did not do, null for none
 * @param notice what was done before, null for nothing
 * @param values what was typed before, but for secrets
 */
record Shown(@Nullable Failure failure, @Nullable Notice notice, Map<String, String> values) {

    static final Shown NOTHING = new Shown(null, null, Map.of());

    static Shown noticing(Notice notice) {
        return new Shown(null, notice, Map.of());
    }

    Shown {
        values = Map.copyOf(values);
    }

    /** Shows nothing of what was typed. */
    @Override
    public String toString() {
        return "Shown[failure=" + failure + ", notice=" + notice + "]";
    }
}
