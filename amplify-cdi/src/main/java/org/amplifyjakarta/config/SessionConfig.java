package org.amplifyjakarta.config;

import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.amplifyjakarta.Secret;
import org.jspecify.annotations.Nullable;

/**
 * How a session that began on the server is kept. Immutable.
 *
 * @param keys by their ids, in base64, 32 bytes each; the first one seals, all of them open; of use in mode {@code ENCRYPTED} alone
 * @param store of use in mode {@code STORED} alone
 */
public record SessionConfig(Mode mode, Map<String, Secret> keys, StoreConfig store) {

    private static final int KEY_BYTES = 32;
    private static final String REMEDY =
            "Write <id>:<32 random bytes in base64>, several parted by commas, the newest first.";

    /** Where it is kept. */
    public enum Mode {
        /** In the cookies of Amplify, for Amplify JS and its adapters to share. */
        COOKIES,
        /** In cookies of one's own, sealed. */
        ENCRYPTED,
        /** On the servers, in a cache that they share. */
        STORED
    }

    public SessionConfig {
        // in the order given: the first one seals
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /** Tells whether sessions are in something else than Amplify's cookies: what the sign-in routes begin, and no browser. */
    public boolean isEnclosed() {
        return mode != Mode.COOKIES;
    }

    static SessionConfig read(Values values, CookieConfig cookie, @Nullable RoutesConfig routes) {
        SessionConfig config = new SessionConfig(
                values.choice(ConfigKey.SESSION_MODE, Mode.class), keys(values), StoreConfig.read(values));
        if (config.isEnclosed()) {
            check(values, config, cookie, routes);
        }
        return config;
    }

    private static void check(Values values, SessionConfig config, CookieConfig cookie, @Nullable RoutesConfig routes) {
        if (routes == null) {
            values.fault(
                    ConfigKey.SESSION_MODE,
                    "",
                    "needs the sign-in routes: no browser can begin such a session.",
                    "Set amplify.app-origin and amplify.auth.oauth.domain.");
        }
        if (config.mode == Mode.ENCRYPTED && config.keys.isEmpty()) {
            values.fault(ConfigKey.SESSION_KEYS, "", "is missing beside amplify.session.mode=encrypted.", REMEDY);
        }
        if (cookie.domain() != null) {
            values.fault(
                    ConfigKey.COOKIE_DOMAIN,
                    "",
                    "is not for cookies whose names begin with __Host-, as those of encrypted and stored sessions do.",
                    "Leave it out.");
        }
        if (!cookie.secure() && routes != null && routes.cookie().secure()) {
            values.fault(
                    ConfigKey.COOKIE_SECURE,
                    "",
                    "must be true for cookies whose names begin with __Host-, as those of encrypted and stored sessions do.",
                    "Leave it out.");
        }
    }

    private static Map<String, Secret> keys(Values values) {
        Map<String, Secret> keys = new LinkedHashMap<>();
        for (String given : values.list(ConfigKey.SESSION_KEYS)) {
            int colon = given.indexOf(':');
            String id = colon < 0 ? "" : given.substring(0, colon);
            String key = given.substring(colon + 1);
            if (!id.matches("[\\w-]{1,40}") || !isKey(key) || keys.put(id, Secret.of(key)) != null) {
                values.fault(ConfigKey.SESSION_KEYS, "", "holds what is no key, or two keys of the same id.", REMEDY);
            }
        }
        return keys;
    }

    private static boolean isKey(String text) {
        try {
            return Base64.getDecoder().decode(text).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
