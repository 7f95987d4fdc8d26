package org.amplifyjakarta.config;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of the cookies that are written; the defaults are those of Amplify JS. Immutable.
 *
 * @param domain a domain with everything below it, null for the host alone
 * @param maxAge life of a cookie, a second to 400 days
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-4.1">RFC 6265 §4.1</a>
 */
public record CookieConfig(
        @Nullable String domain, String path, SameSite sameSite, boolean secure, boolean httpOnly, Duration maxAge) {

    /** How the names of cookies begin that browsers take from the host itself alone, over https, for all its paths. */
    public static final String HOST_PREFIX = "__Host-";

    private static final Pattern DOMAIN =
            Pattern.compile("\\.?[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\\.)*[A-Za-z0-9-]{0,62}[A-Za-z0-9]?");
    private static final Pattern PATH = Pattern.compile("/[!-:<-~]*");

    /** When a browser sends a cookie with requests that other sites cause. */
    public enum SameSite {
        STRICT("Strict"),
        LAX("Lax"),
        NONE("None");

        private final String attribute;

        SameSite(String attribute) {
            this.attribute = attribute;
        }

        /** Returns it as it stands in a {@code Set-Cookie} header. */
        public String attribute() {
            return attribute;
        }
    }

    /**
     * Returns the name of a cookie of ours with these attributes. On https it begins with {@link #HOST_PREFIX}: no other host
     * of the domain can plant one, and none with another path.
     */
    public String hostName(String name) {
        return secure ? HOST_PREFIX + name : name;
    }

    static CookieConfig read(Values values) {
        CookieConfig config = new CookieConfig(
                values.textOrNull(ConfigKey.COOKIE_DOMAIN),
                values.text(ConfigKey.COOKIE_PATH).orElse("/"),
                values.choice(ConfigKey.COOKIE_SAME_SITE, SameSite.class),
                values.flag(ConfigKey.COOKIE_SECURE),
                values.flag(ConfigKey.COOKIE_HTTP_ONLY),
                values.duration(ConfigKey.COOKIE_MAX_AGE, Duration.ofSeconds(1), Duration.ofDays(400)));
        if (config.domain != null
                && (config.domain.length() > 253
                        || !DOMAIN.matcher(config.domain).matches())) {
            values.fault(ConfigKey.COOKIE_DOMAIN, "", "is no domain name.", "Write a name such as example.com.");
        }
        if (!PATH.matcher(config.path).matches()) {
            values.fault(
                    ConfigKey.COOKIE_PATH,
                    "",
                    "is no cookie path: it must start with / and hold no blank, semicolon or control character.",
                    "Write / or a path of the application.");
        }
        if (config.sameSite == SameSite.NONE && !config.secure) {
            values.fault(
                    ConfigKey.COOKIE_SAME_SITE,
                    "",
                    "needs amplify.cookie.secure=true: browsers refuse it otherwise.",
                    "Set that, or use Lax.");
        }
        return config;
    }
}
