package org.amplifyjakarta.faces.authenticator;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import java.util.Iterator;
import org.amplifyjakarta.faces.FormRequest;

/**
 * Shows the page anew where an authenticator's form came with a state that there is no more: nothing was done, and who takes longer
 * to sign in than the server's session lasts has nothing to lose. Whatever else fails is left to those who come after.
 */
public final class ExpiredFormHandlerFactory extends ExceptionHandlerFactory {

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
            Iterator<ExceptionQueuedEvent> events =
                    getUnhandledExceptionQueuedEvents().iterator();
            while (events.hasNext()) {
                FacesContext context = FacesContext.getCurrentInstance();
                if (PhaseId.RESTORE_VIEW.equals(events.next().getContext().getPhaseId())
                        && FormRequest.isAnySent(context, Submission.FORM)
                        && !context.getResponseComplete()) {
                    events.remove();
                    new AuthenticatorRequest(context).beginAgain();
                }
            }
            super.handle();
        }
    }
}
