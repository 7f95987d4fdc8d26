package org.amplifyjakarta.token;

/**
 * Something that happened to a session; fired as a CDI event, for auditing. Holds no token and no name.
 *
 * <p>Immutable.
 */
public sealed interface SessionEvent {

    /**
     * Tokens were refreshed.
     *
     * @param subject whose
     */
    record Refreshed(String subject) implements SessionEvent {}

    /**
     * A session is over.
     *
     * @param subject whose
     * @param reason why
     */
    record Ended(String subject, Reason reason) implements SessionEvent {}

    /**
     * A request brought something of a session and is a guest's all the same.
     *
     * @param reason why
     */
    record Refused(Reason reason) implements SessionEvent {}
}
