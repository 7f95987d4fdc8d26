package org.amplifyjakarta.faces.authenticator;

import java.util.List;
import java.util.Map;
import org.amplifyjakarta.authentication.NextStep;
import org.jspecify.annotations.Nullable;

/**
 * A form as a person sees it. Immutable.
 *
 * @param title its heading
 * @param text what is said above the fields, null for nothing
 * @param choices values and labels of which one is chosen; empty for none
 * @param submit the label of its button
 * @param resend the label of a second button that has a code sent again, null for none
 * @param links other forms, by kind, and their labels
 * @param totp what an authenticator app is to be set up with, null for nothing
 */
record Form(
        FormKind kind,
        String title,
        @Nullable String text,
        List<Field> fields,
        Map<String, String> choices,
        String submit,
        @Nullable String resend,
        Map<FormKind, String> links,
        NextStep.@Nullable SetUpTotp totp) {

    /** Shows its kind. */
    @Override
    public String toString() {
        return "Form[" + kind + "]";
    }
}
