package org.amplifyjakarta.session;

import java.security.Principal;
import org.amplifyjakarta.token.Tokens;

/**
 * The user who is signed in, as Servlet, Jakarta REST and Jakarta Security tell of one. Immutable; two are equal if they are
 * the same user.
 */
public class AmplifyPrincipal implements Principal {

    /** What requests and security contexts say of how such a user was authenticated. */
    public static final String SCHEME = "AMPLIFY";

    private static final String ANY_USER = "**";

    private final Tokens tokens;

    public AmplifyPrincipal(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Returns the user name in the pool. */
    public final String name() {
        return tokens.accessToken().username();
    }

    /** Returns the {@code sub}, which never changes. */
    public final String userId() {
        return tokens.accessToken().subject();
    }

    /** Returns the tokens of the session. */
    public final Tokens tokens() {
        return tokens;
    }

    /**
     * Tells whether the access token names a group, letter by letter. A group called {@code **} counts for none: in Jakarta that
     * text stands for any user at all.
     */
    public final boolean isIn(String group) {
        return !group.equals(ANY_USER) && tokens.accessToken().groups().contains(group);
    }

    @Override
    public final String getName() {
        return name();
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof AmplifyPrincipal principal
                && principal.userId().equals(userId())
                && principal.name().equals(name());
    }

    @Override
    public final int hashCode() {
        return userId().hashCode();
    }

    /** Shows the id, not the name. */
    @Override
    public final String toString() {
        return "AmplifyPrincipal[" + userId() + "]";
    }
}
