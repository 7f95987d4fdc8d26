package org.amplifyjakarta.faces.storage;

import org.amplifyjakarta.AmplifyException;

/** What the tags of this package say to developers and operators; no method takes a path or a URL. */
final class StorageTagMessages {

    private StorageTagMessages() {}

    static AmplifyException noStorage() {
        return new AmplifyException(
                "NoStorage",
                "amplify:storageImage, storageLink, upload: there is no AmplifyStorage.",
                "Add software.amazon.awssdk:s3 to the application.",
                null);
    }

    static IllegalArgumentException missing(String tag, String attribute) {
        return new IllegalArgumentException("amplify:" + tag + ": the attribute " + attribute + " is missing. Write it"
                + (attribute.equals("alt") ? "; alt=\"\" for a picture that only decorates." : "."));
    }

    static IllegalArgumentException badDuration(Throwable cause) {
        return new IllegalArgumentException(
                "amplify:storageImage, storageLink: expiresIn is no duration. Write it as PT15M.", cause);
    }

    static String failed(String clientId, String name) {
        return "AMP-7201 " + clientId + ": an object could not be shown: " + name + ".";
    }

    static String notUploaded(String clientId, String name) {
        return "AMP-7202 " + clientId + ": an upload failed: " + name + ".";
    }
}
