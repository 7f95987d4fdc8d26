package org.amplifyjakarta.token;

/** Is told what happens to sessions, in the thread of the request; must return soon. Safe for concurrent use. */
@FunctionalInterface
public interface SessionEvents {
    void on(SessionEvent event);
}
