package org.amplifyjakarta.faces.page;

import jakarta.faces.component.UIComponent;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagConfig;
import jakarta.faces.view.facelets.TagHandler;

/**
 * {@code <amplify:page path="/posts/{id}"/>}: says where the view is. It was read when the application started; while the
 * view is built it does nothing.
 */
public final class PageTag extends TagHandler {

    public PageTag(TagConfig config) {
        super(config);
    }

    @Override
    public void apply(FaceletContext context, UIComponent parent) {
        // nothing to be built
    }
}
