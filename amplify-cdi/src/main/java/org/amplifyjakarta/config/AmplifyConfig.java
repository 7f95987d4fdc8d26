package org.amplifyjakarta.config;

import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.AmplifyException;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is configured for one Amplify backend. Comes from MicroProfile Config unless the application produces
 * it, by {@link #builder()}:
 *
 * <pre>{@code
 * @Produces
 * @Singleton
 * AmplifyConfig config() {
 *     return AmplifyConfig.builder()
 *             .auth(auth -> auth.userPoolId("eu-central-1_AbCdEfGhI").userPoolClientId("1h57kf5cpq17m0eml12EXAMPLE"))
 *             .build();
 * }
 * }</pre>
 *
 * <p>Immutable; prints no secret.
 *
 * @param storage null where no bucket is configured
 */
public record AmplifyConfig(
        AuthConfig auth, Apis apis, @Nullable StorageConfig storage, Web web, TokenConfig token) {

    /** The APIs: one GraphQL API, REST APIs by name. */
    public record Apis(@Nullable GraphQlConfig graphQl, Map<String, RestApiConfig> rest) {

        public Apis {
            rest = Map.copyOf(rest);
        }
    }

    /**
     * What concerns browsers: cookies, guards, origins, routes.
     *
     * @param cookie attributes of the cookies of sessions that browsers began
     * @param routes null where there are none
     * @param session how sessions of the routes are kept
     */
    public record Web(
            CookieConfig cookie,
            GuardConfig guard,
            OriginConfig origin,
            @Nullable RoutesConfig routes,
            SessionConfig session) {

        static Web read(Values values, AuthConfig auth) {
            OriginConfig origin = OriginConfig.read(values);
            CookieConfig cookie = CookieConfig.read(values);
            RoutesConfig routes =
                    RoutesConfig.read(values, cookie, auth.loginWith().oauth(), origin.appOrigin());
            SessionConfig session = SessionConfig.read(values, cookie, routes);
            // as Amplify's adapter has it: who signs in on the server keeps tokens from scripts, unless told otherwise
            boolean forServers =
                    session.isEnclosed() || cookie.httpOnly() || !values.isConfigured(ConfigKey.COOKIE_HTTP_ONLY);
            return new Web(
                    routes != null && forServers ? routes.cookie() : cookie,
                    GuardConfig.read(values),
                    origin,
                    routes,
                    session);
        }
    }

    /** Starts a configuration in code, with the defaults of {@link ConfigKey}. */
    public static ConfigBuilder builder() {
        return new ConfigBuilder();
    }

    /** Returns the user pool, if one is configured. */
    public Optional<UserPoolConfig> userPool() {
        return Optional.ofNullable(auth.userPool());
    }

    /**
     * Returns the user pool.
     *
     * @throws AmplifyException named {@code AuthUserPoolException} if none is configured
     */
    public UserPoolConfig requireUserPool() {
        return userPool()
                .orElseThrow(() -> new AmplifyException(
                        "AuthUserPoolException",
                        "amplify.auth: no user pool is configured.",
                        "Add amplify_outputs.json to the class path, or set amplify.auth.user-pool-id and "
                                + "amplify.auth.user-pool-client-id.",
                        null));
    }

    static AmplifyConfig read(Values values) {
        AuthConfig auth = AuthConfig.read(values);
        return new AmplifyConfig(
                auth,
                new Apis(GraphQlConfig.read(values), RestApiConfig.read(values)),
                StorageConfig.read(values),
                Web.read(values, auth),
                TokenConfig.read(values));
    }
}
