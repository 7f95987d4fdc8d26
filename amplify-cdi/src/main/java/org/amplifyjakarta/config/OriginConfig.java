package org.amplifyjakarta.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * From where requests that change state may come. Immutable.
 *
 * @param enabled whether it is checked at all
 * @param allowedOrigins other origins that may send such requests
 * @param appOrigin the application's own origin, null where the request's {@code Host} tells it
 */
public record OriginConfig(
        boolean enabled,
        List<Origin> allowedOrigins,
        @Nullable Origin appOrigin) {

    private static final String RULE = "is no origin: https://host[:port], or http://localhost[:port].";
    private static final String REMEDY = "Write scheme, host and port alone, no path and no wildcard.";

    public OriginConfig {
        allowedOrigins = List.copyOf(allowedOrigins);
    }

    static OriginConfig read(Values values) {
        List<Origin> own = values.list(ConfigKey.APP_ORIGIN, OriginConfig::safe, RULE, REMEDY);
        if (own.size() > 1) {
            values.fault(ConfigKey.APP_ORIGIN, "", "names several origins; an application has one.", "Leave one.");
        }
        return new OriginConfig(
                values.flag(ConfigKey.CSRF_ENABLED),
                values.list(ConfigKey.CSRF_ALLOWED_ORIGINS, OriginConfig::safe, RULE, REMEDY),
                own.isEmpty() ? null : own.get(0));
    }

    /**
     * Tells whether one of the application's own pages sent a request, or an origin that is allowed: by {@code Origin} and
     * {@code Sec-Fetch-Site}, of which one has to be there.
     *
     * @param headers all values of a header; empty if it was not sent
     */
    public boolean isOwn(Function<String, List<String>> headers) {
        List<String> origins = headers.apply("Origin");
        List<String> sites = headers.apply("Sec-Fetch-Site");
        if (origins.size() > 1 || sites.size() > 1) {
            return false;
        }
        Optional<Origin> origin = origins.stream().findFirst().flatMap(Origin::parse);
        if (origin.filter(allowedOrigins::contains).isPresent()) {
            return true;
        }
        boolean originIsRight =
                origins.isEmpty() || origin.filter(sent -> isOwn(sent, headers)).isPresent();
        boolean siteIsRight = sites.isEmpty() || sites.get(0).equals("same-origin");
        return originIsRight && siteIsRight && !(origins.isEmpty() && sites.isEmpty());
    }

    private boolean isOwn(Origin sent, Function<String, List<String>> headers) {
        return appOrigin != null
                ? sent.equals(appOrigin)
                : headers.apply("Host").stream()
                        .findFirst()
                        .filter(sent::hasAuthority)
                        .isPresent();
    }

    private static @Nullable Origin safe(String text) {
        return Origin.parse(text)
                .filter(origin -> Origin.isSafe(origin.scheme(), origin.host()))
                .orElse(null);
    }
}
