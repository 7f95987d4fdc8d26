package org.amplifyjakarta.config;

import org.amplifyjakarta.AmplifyException;
import org.jspecify.annotations.Nullable;

/** Stub. */
public record AmplifyConfig(@Nullable AuthConfig auth, TokenConfig token, CookieConfig cookie, GuardConfig guard) {
    public AuthConfig requireAuth() {
        if (auth == null) {
            throw new AmplifyException("AuthUserPoolException", "x", "y", null);
        }
        return auth;
    }
}
