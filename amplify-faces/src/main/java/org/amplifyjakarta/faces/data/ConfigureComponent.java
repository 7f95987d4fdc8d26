package org.amplifyjakarta.faces.data;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import org.amplifyjakarta.faces.FacesServices;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of Amplify JS in the page's scripts: what is public of the server's own, so that it is written down once.
 *
 * <pre>{@code
 * <amplify:configure nonce="#{csp.nonce}"/>
 *
 * const { ssr, ...config } = JSON.parse(document.getElementById('amplify-configuration').textContent);
 * Amplify.configure(config, { ssr });
 * }</pre>
 *
 * <p>It is Amplify's ResourcesConfig (v6) and {@code ssr}, which is true: sessions are kept in cookies. The API key of the GraphQL API is in
 * it, which is public by design. The client secret, keys of sessions, what concerns the server alone, and every key that
 * may be added later are not.
 */
@FacesComponent(ConfigureComponent.COMPONENT_TYPE)
public final class ConfigureComponent extends UIComponentBase {

    /** The component type, {@value}. */
    public static final String COMPONENT_TYPE = "org.amplifyjakarta.faces.Configure";

    private static final String ID = "amplify-configuration";

    private enum PropertyKeys {
        nonce
    }

    @Override
    public String getFamily() {
        return "org.amplifyjakarta.faces.Island";
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
        String json = ClientConfiguration.of(FacesServices.of(context).config()).toString();
        new Island(ID, getNonce(), json).write(context);
    }
}
