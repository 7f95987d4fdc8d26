package org.amplifyjakarta.guard;

import java.util.Collection;
import java.util.Optional;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.http.AmplifyRequest;
import org.amplifyjakarta.session.AmplifyPrincipal;
import org.amplifyjakarta.session.AmplifyServerRunner;
import org.amplifyjakarta.token.SessionEndedException;
import org.amplifyjakarta.token.Tokens;

/**
 * Decides whether the current request may pass. The session is not read unless something asks for a user.
 *
 * <p>Safe for concurrent use.
 */
public final class Gate {

    private final AmplifyServerRunner runner;

    public Gate(AmplifyServerRunner runner) {
        this.runner = runner;
    }

    /** Returns the refusal of a request that another site caused. Costs no upstream call and no refresh. */
    public Optional<Refusal> ofOrigin(AmplifyRequest request) {
        AmplifyConfig config = config();
        boolean byBearer = config.web().guard().bearer() && hasBearer(request);
        return new OriginRule(config.web().origin()).refuses(request, byBearer)
                ? Optional.of(Refusal.crossSite())
                : Optional.empty();
    }

    /** Returns what the configured patterns want of the user for a path, in all views of it that there are. */
    public Optional<Requirement> byPath(Collection<String> paths) {
        return new PathRules(config().web().guard()).requirement(paths);
    }

    /** Tells whether what no rule names is for signed-in users. */
    public boolean isClosedByDefault() {
        return config().web().guard().defaultDeny();
    }

    /**
     * Returns the refusal of a request that does not meet a requirement.
     *
     * @throws UnavailableException if it cannot be told now who the user is
     */
    public Optional<Refusal> by(Requirement requirement) {
        if (requirement instanceof Requirement.Open) {
            return Optional.empty();
        }
        if (requirement instanceof Requirement.Nobody) {
            return Optional.of(Refusal.forbidden());
        }
        try {
            Tokens tokens = runner.current().tokens().tokens().orElse(null);
            if (tokens == null) {
                return Optional.of(Refusal.guest());
            }
            return requirement instanceof Requirement.InGroup wanted
                            && wanted.groups().stream().noneMatch(new AmplifyPrincipal(tokens)::isIn)
                    ? Optional.of(Refusal.forbidden())
                    : Optional.empty();
        } catch (SessionEndedException e) {
            return Optional.of(Refusal.of(e));
        }
    }

    /** Returns how a refused guest who went to a page comes to the sign-in page. */
    public Optional<SignInRedirect> signIn(Refusal refusal, AmplifyRequest request) {
        return refusal.isForGuest()
                ? Navigation.toSignIn(request, config().web().guard())
                : Optional.empty();
    }

    /**
     * Returns the {@code WWW-Authenticate} of a refused guest: there is a scheme where bearer tokens are accepted, and
     * none for cookies.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750 §3</a>
     */
    public Optional<String> challenge(Refusal refusal, AmplifyRequest request) {
        if (!refusal.isForGuest() || !config().web().guard().bearer()) {
            return Optional.empty();
        }
        return Optional.of(hasBearer(request) ? "Bearer error=\"invalid_token\"" : "Bearer");
    }

    private static boolean hasBearer(AmplifyRequest request) {
        return request.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .isPresent();
    }

    private AmplifyConfig config() {
        return runner.current().config();
    }
}
