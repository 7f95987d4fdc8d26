package org.amplifyjakarta.faces;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.authentication.AmplifyAuthentication;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.http.ExchangeBinding;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.session.AmplifyServerRunner;
import org.amplifyjakarta.token.SessionEndedException;
import org.amplifyjakarta.token.Tokens;

/**
 * What components need of the application around them; looked up once, since a look-up costs more than a session.
 *
 * <p>Safe for concurrent use.
 */
public record FacesServices(
        AmplifyServerRunner runner, Supplier<AmplifyAuthentication> authentications, ExchangeBinding exchange) {

    private static final String KEY = FacesServices.class.getName();

    /** Returns those of the application that a request is for. */
    public static FacesServices of(FacesContext context) {
        Map<String, Object> application = context.getExternalContext().getApplicationMap();
        if (application.get(KEY) instanceof FacesServices known) {
            return known;
        }
        CDI<Object> beans = CDI.current();
        FacesServices found = new FacesServices(
                beans.select(AmplifyServerRunner.class).get(),
                // most tags do without it
                () -> bean(FacesContext.getCurrentInstance(), AmplifyAuthentication.class)
                        .orElseThrow(() -> new IllegalStateException("Faces: there is no AmplifyAuthentication.")),
                beans.select(ExchangeBinding.class).get());
        application.put(KEY, found);
        return found;
    }

    /**
     * Returns a bean that not every application has, since the jars that it needs may be missing; looked up once.
     *
     * @param type of a normal scope
     */
    public static <T> Optional<T> bean(FacesContext context, Class<T> type) {
        Map<String, Object> application = context.getExternalContext().getApplicationMap();
        String key = KEY + ":" + type.getName();
        Object known = application.get(key);
        if (type.isInstance(known)) {
            return Optional.of(type.cast(known));
        }
        Instance<T> found = CDI.current().select(type);
        if (!found.isResolvable()) {
            return Optional.empty();
        }
        T bean = found.get();
        application.put(key, bean);
        return Optional.of(bean);
    }

    /** Tells whether a page of errors is made: it has to come, whether it can be told who the user is or not. */
    public static boolean isErrorPage(FacesContext context) {
        return context.getExternalContext().getRequestMap().containsKey(RequestDispatcher.ERROR_STATUS_CODE);
    }

    /** Returns what signs users in. */
    public AmplifyAuthentication authentication() {
        return authentications.get();
    }

    /** Returns the configuration of the current request. */
    public AmplifyConfig config() {
        return runner.current().config();
    }

    /**
     * Returns the tokens of the user who is signed in; empty for a guest, for somebody whose session is over, and where there is no
     * user pool.
     *
     * @throws UnavailableException if it cannot be told now who the user is
     */
    public Optional<Tokens> user() {
        try {
            AmplifyContext context = runner.current();
            return context.config().userPool().isEmpty()
                    ? Optional.empty()
                    : context.tokens().tokens();
        } catch (SessionEndedException e) {
            return Optional.empty();
        }
    }
}
