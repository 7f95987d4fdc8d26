package org.amplifyjakarta.token;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Is told what happens to sessions, in the thread of the request; must return soon. Safe for concurrent use. */
@FunctionalInterface
public interface SessionEvents {

    void on(SessionEvent event);

    /** Returns what tells observers, and logs what they throw: what is done is done, and no observer turns it into a failure. */
    static SessionEvents telling(SessionEvents observers) {
        Logger log = System.getLogger(SessionEvents.class.getName());
        return event -> {
            try {
                observers.on(event);
            } catch (RuntimeException e) {
                log.log(Level.WARNING, TokenMessages.observerFailed(e), e);
            }
        };
    }
}
