package org.amplifyjakarta.it.localaws;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error as an AWS service answers it. */
final class ServiceError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final String text;
    private final transient @Nullable Map<String, Object> data;

    ServiceError(int status, String type, String text) {
        this(status, type, text, null);
    }

    private ServiceError(int status, String type, String text, @Nullable Map<String, Object> data) {
        super(type + ": " + text);
        this.status = status;
        this.type = type;
        this.text = text;
        this.data = data;
    }

    /** Says as AppSync does that somebody else wrote what is there now. */
    static ServiceError conflict(Map<String, Object> there) {
        return new ServiceError(400, "ConflictUnhandled", "Conflict resolver rejects mutation.", there);
    }

    static ServiceError of(String type, String text) {
        return new ServiceError(400, type, text);
    }

    static ServiceError notAuthorized(String text) {
        return of("NotAuthorizedException", text);
    }

    @Nullable Map<String, Object> data() {
        return data;
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    String text() {
        return text;
    }
}
