package org.amplifyjakarta.faces.authenticator;

import jakarta.el.ELException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import jakarta.faces.view.facelets.FaceletException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.faces.FormRequest;

/**
 * Shows the page anew where a form of this library came with a state that there is no more: nothing was done, and who takes longer
 * to sign in, or out, than the server's session lasts has nothing to lose. What an expression, a template or this library itself
 * made fail is left to those who come after.
 */
public final class ExpiredFormHandlerFactory extends ExceptionHandlerFactory {

    private static final Logger LOG = System.getLogger(ExpiredFormHandlerFactory.class.getName());

    public ExpiredFormHandlerFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new ExpiredFormHandler(getWrapped().getExceptionHandler());
    }

    private static final class ExpiredFormHandler extends ExceptionHandlerWrapper {

        ExpiredFormHandler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            FacesContext context = FacesContext.getCurrentInstance();
            Iterator<ExceptionQueuedEvent> events =
                    getUnhandledExceptionQueuedEvents().iterator();
            while (events.hasNext()) {
                ExceptionQueuedEventContext failed = events.next().getContext();
                if (PhaseId.RESTORE_VIEW.equals(failed.getPhaseId())
                        && isOfItsState(failed.getException())
                        && isForm(context)
                        && !context.getResponseComplete()) {
                    events.remove();
                    LOG.log(
                            failed.getException() instanceof ViewExpiredException ? Level.DEBUG : Level.WARNING,
                            "A form's view was not restored ({0}). Its page is shown anew.",
                            failed.getException().getClass().getName());
                    new AuthenticatorRequest(context).beginAgain();
                }
            }
            super.handle();
        }

        /** An address alone, which comes again after a redirect, is no form. */
        private static boolean isForm(FacesContext context) {
            return context.getExternalContext().getRequest() instanceof HttpServletRequest request
                    && request.getMethod().equals("POST")
                    && FormRequest.isAnySent(context);
        }

        /** What servers say of a state that they cannot read differs; what is no state's fault does not. */
        private static boolean isOfItsState(Throwable failure) {
            return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                    .noneMatch(cause -> cause instanceof ELException
                            || cause instanceof FaceletException
                            || cause instanceof AmplifyException);
        }
    }
}
