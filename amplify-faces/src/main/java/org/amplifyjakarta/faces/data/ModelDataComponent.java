package org.amplifyjakarta.faces.data;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import org.amplifyjakarta.data.AmplifyModels;
import org.amplifyjakarta.faces.FacesServices;
import org.jspecify.annotations.Nullable;

/**
 * Records for the page's scripts, as JSON in a script element of no script: {@code serializeModel} of Amplify's DataStore.
 *
 * <pre>{@code
 * <amplify:modelData id="posts" value="#{bean.posts}"/>
 *
 * const posts = JSON.parse(document.getElementById('posts').textContent);
 * }</pre>
 *
 * <p>All that a record has is for the reader of the page to see. The element's id is the tag's client id. JSON for null is
 * {@code null}.
 */
@FacesComponent(ModelDataComponent.COMPONENT_TYPE)
public final class ModelDataComponent extends UIComponentBase {

    /** The component type, {@value}. */
    public static final String COMPONENT_TYPE = "org.amplifyjakarta.faces.ModelData";

    private enum PropertyKeys {
        value,
        nonce
    }

    @Override
    public String getFamily() {
        return "org.amplifyjakarta.faces.Island";
    }

    /** Returns a record or a collection of them. */
    public @Nullable Object getValue() {
        return getStateHelper().eval(PropertyKeys.value);
    }

    public void setValue(Object value) {
        getStateHelper().put(PropertyKeys.value, value);
    }

    /** Returns the nonce of the page's Content Security Policy. */
    public @Nullable String getNonce() {
        return (String) getStateHelper().eval(PropertyKeys.nonce);
    }

    public void setNonce(String nonce) {
        getStateHelper().put(PropertyKeys.nonce, nonce);
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        super.encodeBegin(context);
        Object value = getValue();
        AmplifyModels models = FacesServices.bean(context, AmplifyModels.class)
                .orElseThrow(() -> DataTagMessages.noBean(AmplifyModels.class));
        new Island(getClientId(context), getNonce(), value == null ? "null" : models.serializeModel(value))
                .write(context);
    }
}
