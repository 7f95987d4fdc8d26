package org.amplifyjakarta.session;

/**
 * How to fetch a session.
 *
 * <p>Immutable.
 *
 * @param forceRefresh refresh tokens that are still valid too, say after the user's groups have changed. If that fails
 *     for a passing reason, the session goes on with the tokens that it has.
 */
public record FetchAuthSessionOptions(boolean forceRefresh) {

    /** What holds where nothing is said. */
    public static final FetchAuthSessionOptions NONE = new FetchAuthSessionOptions(false);

    /** Asks for new tokens. */
    public static FetchAuthSessionOptions refreshed() {
        return new FetchAuthSessionOptions(true);
    }
}
