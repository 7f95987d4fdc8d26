package org.amplifyjakarta.it.localaws;

import org.jspecify.annotations.Nullable;

/**
 * A refusal of managed login: a redirect to the client where it has one, otherwise a page or JSON.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1">RFC 6749 §4.1.2.1, §5.2</a>
 */
final class OAuthError extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 40;

    private final String error;
    private final String description;
    private final @Nullable String location;

    private OAuthError(String error, String description, @Nullable String location) {
        super(error + ": " + description);
        this.error = error;
        this.description = description;
        this.location = location;
    }

    static OAuthError of(String error, String description) {
        return new OAuthError(error, description, null);
    }

    static OAuthError invalidRequest(String description) {
        return of("invalid_request", description);
    }

    static OAuthError invalidGrant(String description) {
        return of("invalid_grant", description);
    }

    /** Returns the same, told to a client whose callback URL is known to be its own. */
    OAuthError toldTo(String callback, @Nullable String state) {
        Form told = Form.of("").with("error_description", description).with("error", error);
        return new OAuthError(
                error, description, (state == null ? told : told.with("state", state)).appendedTo(callback));
    }

    /** Returns a foreign value as a message may show it. */
    static String shown(String value) {
        return '"' + (value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value) + '"';
    }

    String error() {
        return error;
    }

    String description() {
        return description;
    }

    /** Returns where to go with it, null for nowhere. */
    @Nullable String location() {
        return location;
    }
}
