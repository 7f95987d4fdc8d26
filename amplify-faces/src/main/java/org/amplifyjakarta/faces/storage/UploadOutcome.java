package org.amplifyjakarta.faces.storage;

/** What became of an upload. */
sealed interface UploadOutcome {

    /** The object is there. */
    record Done(UploadedObject object) implements UploadOutcome {}

    /**
     * There is no object.
     *
     * @param text the key of what the user is told
     */
    record Rejected(String text, int status) implements UploadOutcome {

        static final Rejected NO_FILE = new Rejected("upload.error.required", 400);
        static final Rejected TOO_LARGE = new Rejected("upload.error.tooLarge", 413);
        static final Rejected OTHER_TYPE = new Rejected("upload.error.type", 400);
        static final Rejected NOT_THERE = new Rejected("upload.error.missing", 400);
        static final Rejected REFUSED = new Rejected("upload.error.refused", 403);
        static final Rejected UNAVAILABLE = new Rejected("upload.error.unavailable", 503);
    }
}
