package org.amplifyjakarta.faces.user;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.session.AmplifyAuth;
import org.amplifyjakarta.session.AmplifyPrincipal;
import org.amplifyjakarta.session.AmplifyServerRunner;
import org.amplifyjakarta.token.IdToken;
import org.amplifyjakarta.token.SessionEndedException;
import org.amplifyjakarta.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The user who is signed in, for expressions: {@code #{amplifyUser.username}}. For a guest all is null, empty or false.
 *
 * <p>Bound to one request.
 */
@Named
@RequestScoped
public class AmplifyUser {

    private final AmplifyServerRunner runner;
    private final AmplifyAuth auth;
    private @Nullable Map<String, String> attributes;

    // for the client proxy; never used
    @SuppressWarnings("NullAway")
    AmplifyUser() {
        this.runner = null;
        this.auth = null;
    }

    @Inject
    AmplifyUser(AmplifyServerRunner runner, AmplifyAuth auth) {
        this.runner = runner;
        this.auth = auth;
    }

    /** Tells whether a user is signed in. */
    public boolean isSignedIn() {
        return tokens().isPresent();
    }

    /** Returns the name in the user pool. */
    public @Nullable String getUsername() {
        return isSignedIn() ? auth.getCurrentUser().username() : null;
    }

    /** Returns the immutable id, the claim {@code sub}. */
    public @Nullable String getUserId() {
        return tokens().map(held -> held.accessToken().subject()).orElse(null);
    }

    /** Returns the groups. */
    public List<String> getGroups() {
        return tokens().map(held -> held.accessToken().groups()).orElse(List.of());
    }

    /** Tells whether the user is in a group: {@code #{amplifyUser.isInGroup('admins')}}. */
    public boolean isInGroup(String group) {
        return tokens().map(AmplifyPrincipal::new)
                .filter(user -> user.isIn(group))
                .isPresent();
    }

    /** Returns the claims of the id token: {@code #{amplifyUser.claims.email}}. No network. */
    public Map<String, Object> getClaims() {
        return tokens().flatMap(Tokens::idToken).map(IdToken::claims).orElse(Map.of());
    }

    /** Returns the user's attributes, {@code #{amplifyUser.attributes.email}}: one call of Cognito a request, when first asked. */
    public Map<String, String> getAttributes() {
        Map<String, String> known = attributes;
        if (known == null) {
            known = isSignedIn() ? auth.fetchUserAttributes() : Map.of();
            attributes = known;
        }
        return known;
    }

    private Optional<Tokens> tokens() {
        try {
            return runner.current().tokens().tokens();
        } catch (SessionEndedException e) {
            return Optional.empty();
        }
    }
}
