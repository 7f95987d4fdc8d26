package org.amplifyjakarta.servlet;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.UnsatisfiedResolutionException;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import org.amplifyjakarta.authentication.AmplifyAuthentication;
import org.amplifyjakarta.guard.Gate;
import org.amplifyjakarta.http.ExchangeBinding;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.session.AmplifyServerRunner;
import org.amplifyjakarta.signin.SignInRoutes;
import org.amplifyjakarta.token.TokenProvider;
import org.jspecify.annotations.Nullable;

/**
 * The beans that the filter needs, looked up: not every server injects into a filter of a library. Safe for concurrent use.
 *
 * @param authentication what signs users out; an application may be without it
 */
record PageServices(
        AmplifyServerRunner runner,
        Gate gate,
        ExchangeBinding exchange,
        RouteResponses routes,
        Instance<AmplifyAuthentication> authentication) {

    /** Returns those of the current application; null if it is one without CDI, where nothing of this library is used. */
    static @Nullable PageServices ofApplication() {
        try {
            CDI<Object> beans = CDI.current();
            AmplifyServerRunner runner = beans.select(AmplifyServerRunner.class).get();
            return new PageServices(
                    runner,
                    new Gate(runner),
                    beans.select(ExchangeBinding.class).get(),
                    new RouteResponses(beans.select(SignInRoutes.class).get()),
                    beans.select(AmplifyAuthentication.class));
        } catch (IllegalStateException | UnsatisfiedResolutionException e) {
            return null;
        }
    }

    /** Returns the session of a context. */
    SessionRequest.Session session(AmplifyContext context) {
        return new SessionRequest.Session(tokens(context), gate, this::signOut);
    }

    /** Returns the session of whatever context is current when somebody asks. */
    SessionRequest.Session session() {
        return new SessionRequest.Session(
                forceRefresh -> tokens(runner.current()).tokens(forceRefresh), gate, this::signOut);
    }

    /** Without a user pool everybody is a guest: who asks a request for its user need not have chosen this library. */
    private static TokenProvider tokens(AmplifyContext context) {
        return hasPool(context) ? context.tokens() : forceRefresh -> Optional.empty();
    }

    private boolean signOut() {
        boolean able = authentication.isResolvable() && hasPool(runner.current());
        if (able) {
            authentication.get().signOut();
        }
        return able;
    }

    private static boolean hasPool(AmplifyContext context) {
        return context.config().userPool().isPresent();
    }
}
