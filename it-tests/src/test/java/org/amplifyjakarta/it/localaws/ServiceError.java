package org.amplifyjakarta.it.localaws;

/** An error as an AWS service answers it. */
final class ServiceError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final String text;

    ServiceError(int status, String type, String text) {
        super(type + ": " + text);
        this.status = status;
        this.type = type;
        this.text = text;
    }

    static ServiceError of(String type, String text) {
        return new ServiceError(400, type, text);
    }

    static ServiceError notAuthorized(String text) {
        return of("NotAuthorizedException", text);
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
