package org.amplifyjakarta.faces.data;

import org.amplifyjakarta.AmplifyException;

/** What the tags of this package say to developers; no method takes a value of a record or of the configuration. */
final class DataTagMessages {

    private static final String PLACE = "amplify:models, query, modelData: ";

    private DataTagMessages() {}

    static IllegalArgumentException missing(String attribute) {
        return new IllegalArgumentException(PLACE + "the attribute " + attribute + " is missing. Write it.");
    }

    static IllegalArgumentException oneOf() {
        return new IllegalArgumentException(
                PLACE + "either model or type must be there. Name a model, or a class with @Model.");
    }

    static IllegalArgumentException notThat(String attribute, String type) {
        return new IllegalArgumentException(PLACE + "the attribute " + attribute + " is no " + type + ". Write one.");
    }

    static IllegalArgumentException badAuthMode(String modes) {
        return new IllegalArgumentException(PLACE + "authMode is none of those known. Write one of " + modes + ".");
    }

    static AmplifyException noBean(Class<?> type) {
        return new AmplifyException(
                "NoApi",
                PLACE + "there is no " + type.getSimpleName() + ".",
                "Leave one bean of that type in the application.",
                null);
    }
}
