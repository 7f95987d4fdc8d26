package org.amplifyjakarta.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who may see which paths, and by which token. Immutable.
 *
 * @param protectedPaths paths for signed-in users only
 * @param publicPaths paths for everybody, the sign-in page always among them; they win over the protected ones
 * @param defaultDeny whether all that is not public is for signed-in users only
 * @param signInPage local path to which page views of guests are sent
 * @param bearer whether an access token in {@code Authorization} is accepted
 * @param mechanism whether Jakarta Security is told of the user
 */
public record GuardConfig(
        List<PathPattern> protectedPaths,
        List<PathPattern> publicPaths,
        boolean defaultDeny,
        String signInPage,
        boolean bearer,
        boolean mechanism) {

    public GuardConfig {
        protectedPaths = List.copyOf(protectedPaths);
        // a guest who is sent to the sign-in page must arrive
        publicPaths = Stream.concat(publicPaths.stream(), PathPattern.parse(signInPage).stream())
                .distinct()
                .toList();
    }

    static GuardConfig read(Values values) {
        String signInPage = values.text(ConfigKey.GUARD_SIGN_IN_PAGE).orElse("/");
        if (PathPattern.parse(signInPage).isEmpty() || signInPage.contains("*")) {
            values.fault(
                    ConfigKey.GUARD_SIGN_IN_PAGE,
                    "",
                    "is no plain path within the application.",
                    "Write a path such as /sign-in.");
        }
        return new GuardConfig(
                patterns(values, ConfigKey.GUARD_PROTECT),
                patterns(values, ConfigKey.GUARD_PUBLIC),
                values.flag(ConfigKey.GUARD_DEFAULT_DENY),
                signInPage,
                values.flag(ConfigKey.GUARD_BEARER),
                values.flag(ConfigKey.GUARD_MECHANISM));
    }

    private static List<PathPattern> patterns(Values values, ConfigKey key) {
        return values.list(
                key,
                text -> PathPattern.parse(text).orElse(null),
                "is no path pattern.",
                "Write /path, /path/* (one segment) or /path/** (all below), decoded.");
    }
}
