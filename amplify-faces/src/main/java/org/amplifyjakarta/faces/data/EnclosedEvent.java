package org.amplifyjakarta.faces.data;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.FacesEvent;
import jakarta.faces.event.FacesListener;

/** An event of something in a tag, kept in the tag's own so that the tag's name stands for something when it is handled. */
final class EnclosedEvent extends FacesEvent {

    private static final long serialVersionUID = 1L;

    private final FacesEvent event;

    EnclosedEvent(FacesContext context, UIComponent tag, FacesEvent event) {
        super(context, tag);
        this.event = event;
        setPhaseId(event.getPhaseId());
    }

    /** Has it handled where it came from. */
    void broadcast() {
        FacesContext context = getFacesContext();
        UIComponent source = event.getComponent();
        UIComponent composite = UIComponent.getCompositeComponentParent(source);
        if (composite != null) {
            composite.pushComponentToEL(context, null);
        }
        source.pushComponentToEL(context, null);
        try {
            source.broadcast(event);
        } finally {
            source.popComponentFromEL(context);
            if (composite != null) {
                composite.popComponentFromEL(context);
            }
        }
    }

    @Override
    public boolean isAppropriateListener(FacesListener listener) {
        return false;
    }

    @Override
    public void processListener(FacesListener listener) {
        // it has none
    }
}
