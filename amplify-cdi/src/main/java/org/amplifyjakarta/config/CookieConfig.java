package org.amplifyjakarta.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Stub. */
public record CookieConfig(
        @Nullable String domain, String path, SameSite sameSite, boolean secure, boolean httpOnly, Duration maxAge) {
    public enum SameSite {
        STRICT,
        LAX,
        NONE;

        public String attribute() {
            return name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT);
        }
    }
}
