package org.amplifyjakarta.token;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Function;
import org.amplifyjakarta.Secret;

/**
 * Has the refresh token of a session that ended revoked, and tells observers what came of it. The browser is signed out by then.
 *
 * <p>Safe for concurrent use.
 */
public final class Revocation {

    private static final Logger LOG = System.getLogger(Revocation.class.getName());

    private final SessionEvents events;

    public Revocation(SessionEvents events) {
        this.events = events;
    }

    /**
     * Revokes what there is.
     *
     * @param ended empty for a session that did not verify
     * @param hadToken whether there was a refresh token all the same
     * @param call makes the call, and answers the name of what went wrong, if anything did
     */
    public void of(Optional<EndedSession> ended, boolean hadToken, Function<Secret, Optional<String>> call) {
        ended.ifPresent(session -> revoke(session, call));
        if (ended.isEmpty() && hadToken) {
            // anybody can send one: for observers, and not for the log of who operates this
            LOG.log(Level.DEBUG, TokenMessages::sessionNotVerified);
            events.on(new SessionEvent.NotRevoked());
        }
    }

    private void revoke(EndedSession session, Function<Secret, Optional<String>> call) {
        Secret refresh = session.refreshToken();
        boolean revoked = false;
        if (refresh != null) {
            Optional<String> error = call.apply(refresh);
            error.ifPresent(name -> LOG.log(Level.WARNING, () -> TokenMessages.notRevoked(name)));
            revoked = error.isEmpty();
        }
        events.on(new SessionEvent.SignedOut(session.subject(), revoked));
    }
}
