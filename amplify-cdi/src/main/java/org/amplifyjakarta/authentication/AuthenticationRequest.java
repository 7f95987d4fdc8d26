package org.amplifyjakarta.authentication;

import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.cognito.AuthenticationClient;
import org.amplifyjakarta.cognito.CognitoException;
import org.amplifyjakarta.cognito.Delivery;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.token.SessionEvents;

/** A request in which something is asked of Cognito, and its answer. Bound to one request. */
record AuthenticationRequest(
        AmplifyContext context, AuthenticationClient client, PendingCookie cookie, Instant now, SessionEvents events) {

    /** Refusals of too much, which pass, and are told by their names all the same. */
    private static final Set<String> TOO_MANY = Set.of("TooManyRequestsException", "LimitExceededException");

    /** Makes a call, and tells its failure as an application hears it. */
    <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (CognitoException e) {
            throw told(e);
        }
    }

    static AmplifyException told(CognitoException e) {
        return e.isPassing() && !TOO_MANY.contains(e.name()) ? AuthenticationMessages.noAnswer(e) : e;
    }

    static CodeDelivery delivery(Delivery delivery) {
        return new CodeDelivery(delivery.medium(), delivery.destination());
    }

    NextStep keep(Pending pending) {
        cookie.keep(pending);
        return pending.next();
    }

    NextStep keep(NextStep step, String username) {
        return keep(Pending.of(step, username, now));
    }
}
