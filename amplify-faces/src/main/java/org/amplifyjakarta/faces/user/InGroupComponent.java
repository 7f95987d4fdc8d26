package org.amplifyjakarta.faces.user;

import jakarta.faces.component.FacesComponent;
import java.util.Arrays;
import java.util.Optional;
import org.amplifyjakarta.session.AmplifyPrincipal;
import org.amplifyjakarta.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * A part of a page for the members of a group, or of one of several.
 *
 * <pre>{@code
 * <amplify:inGroup name="admins, editors">…</amplify:inGroup>
 * }</pre>
 */
@FacesComponent(InGroupComponent.COMPONENT_TYPE)
public final class InGroupComponent extends AudienceComponent {

    /** The component type, {@value}. */
    public static final String COMPONENT_TYPE = "org.amplifyjakarta.faces.InGroup";

    private enum PropertyKeys {
        name
    }

    /** Returns the groups' names, parted by commas. */
    public @Nullable String getName() {
        return (String) getStateHelper().eval(PropertyKeys.name);
    }

    public void setName(String name) {
        getStateHelper().put(PropertyKeys.name, name);
    }

    @Override
    boolean includes(Optional<Tokens> user) {
        String names = getName();
        if (names == null || user.isEmpty()) {
            return false;
        }
        AmplifyPrincipal principal = new AmplifyPrincipal(user.get());
        return Arrays.stream(names.split(",")).map(String::strip).anyMatch(principal::isIn);
    }
}
