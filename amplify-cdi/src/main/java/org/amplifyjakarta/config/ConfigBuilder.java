package org.amplifyjakarta.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Makes an {@link AmplifyConfig} in code, after the ResourcesConfig literal of Amplify. The rules are those of the
 * configuration keys, checked by {@link #build()}. Not safe for concurrent use.
 */
public final class ConfigBuilder {

    private final Map<String, String> values = new LinkedHashMap<>();

    ConfigBuilder() {}

    /** Sets any key that has no {@code *} in it, as text. */
    public ConfigBuilder set(ConfigKey key, String value) {
        values.put(key.key(), value);
        return this;
    }

    /** Configures {@code Auth.Cognito}. */
    public ConfigBuilder auth(Consumer<Auth> section) {
        section.accept(new Auth(values));
        return this;
    }

    /** Configures {@code API.GraphQL}. */
    public ConfigBuilder graphQl(Consumer<GraphQl> section) {
        section.accept(new GraphQl(values));
        return this;
    }

    /** Configures one API of {@code API.REST}. */
    public ConfigBuilder restApi(String name, Consumer<RestApi> section) {
        section.accept(new RestApi(values, name));
        return this;
    }

    /** Configures {@code Storage.S3}. */
    public ConfigBuilder storage(Consumer<Storage> section) {
        section.accept(new Storage(values));
        return this;
    }

    /**
     * Checks and makes the configuration.
     *
     * @throws ConfigurationException naming everything that is wrong
     */
    public AmplifyConfig build() {
        return ConfigReader.read(values);
    }

    private static String list(List<String> parts) {
        return parts.stream().map(part -> part.replace(",", "\\,")).collect(Collectors.joining(","));
    }

    /** {@code Auth.Cognito}. */
    public static final class Auth {

        private final Map<String, String> values;

        private Auth(Map<String, String> values) {
            this.values = values;
        }

        public Auth userPoolId(String id) {
            return set(ConfigKey.USER_POOL_ID, id);
        }

        public Auth userPoolClientId(String id) {
            return set(ConfigKey.USER_POOL_CLIENT_ID, id);
        }

        public Auth userPoolClientSecret(String secret) {
            return set(ConfigKey.USER_POOL_CLIENT_SECRET, secret);
        }

        public Auth userPoolEndpoint(String address) {
            return set(ConfigKey.USER_POOL_ENDPOINT, address);
        }

        public Auth issuer(String issuer) {
            return set(ConfigKey.ISSUER, issuer);
        }

        public Auth jwksUri(String address) {
            return set(ConfigKey.JWKS_URI, address);
        }

        public Auth identityPoolId(String id) {
            return set(ConfigKey.IDENTITY_POOL_ID, id);
        }

        public Auth identityPoolEndpoint(String address) {
            return set(ConfigKey.IDENTITY_POOL_ENDPOINT, address);
        }

        public Auth allowGuestAccess(boolean allowed) {
            return set(ConfigKey.ALLOW_GUEST_ACCESS, Boolean.toString(allowed));
        }

        /** Configures managed login. */
        public Auth oauth(Consumer<OAuth> section) {
            section.accept(new OAuth(this));
            return this;
        }

        /** Sets any other key of this section, as text. */
        public Auth set(ConfigKey key, String value) {
            values.put(key.key(), value);
            return this;
        }

        /** Names a group and its precedence; 0 is first. */
        public Auth group(String name, int precedence) {
            values.put(ConfigKey.GROUP_PRECEDENCE.key(name), Integer.toString(precedence));
            return this;
        }
    }

    /** {@code Auth.Cognito.loginWith.oauth}. */
    public static final class OAuth {

        private final Auth auth;

        private OAuth(Auth auth) {
            this.auth = auth;
        }

        public OAuth domain(String domain) {
            return set(ConfigKey.OAUTH_DOMAIN, domain);
        }

        public OAuth scopes(List<String> scopes) {
            return set(ConfigKey.OAUTH_SCOPES, list(scopes));
        }

        public OAuth redirectSignIn(List<String> addresses) {
            return set(ConfigKey.OAUTH_REDIRECT_SIGN_IN, list(addresses));
        }

        public OAuth redirectSignOut(List<String> addresses) {
            return set(ConfigKey.OAUTH_REDIRECT_SIGN_OUT, list(addresses));
        }

        public OAuth providers(List<String> providers) {
            return set(ConfigKey.OAUTH_PROVIDERS, list(providers));
        }

        private OAuth set(ConfigKey key, String value) {
            auth.set(key, value);
            return this;
        }
    }

    /** {@code API.GraphQL}. */
    public static final class GraphQl {

        private final Map<String, String> values;

        private GraphQl(Map<String, String> values) {
            this.values = values;
        }

        public GraphQl endpoint(String address) {
            return set(ConfigKey.GRAPHQL_ENDPOINT, address);
        }

        public GraphQl region(String region) {
            return set(ConfigKey.GRAPHQL_REGION, region);
        }

        public GraphQl apiKey(String key) {
            return set(ConfigKey.GRAPHQL_API_KEY, key);
        }

        public GraphQl defaultAuthMode(GraphQlConfig.AuthMode mode) {
            return set(ConfigKey.GRAPHQL_AUTH_MODE, mode.name());
        }

        public GraphQl customEndpoint(String address, String region) {
            return set(ConfigKey.GRAPHQL_CUSTOM_ENDPOINT, address).set(ConfigKey.GRAPHQL_CUSTOM_REGION, region);
        }

        public GraphQl modelIntrospection(String json) {
            return set(ConfigKey.GRAPHQL_INTROSPECTION, json);
        }

        public GraphQl conflictResolution(GraphQlConfig.ConflictResolution mode) {
            return set(ConfigKey.GRAPHQL_CONFLICT_RESOLUTION, mode.name());
        }

        public GraphQl authModeStrategy(DataStoreConfig.AuthModeStrategy strategy) {
            return set(ConfigKey.DATASTORE_AUTH_MODES, strategy.name());
        }

        public GraphQl maxRecordsToSync(int most) {
            return set(ConfigKey.DATASTORE_MAX_RECORDS, Integer.toString(most));
        }

        private GraphQl set(ConfigKey key, String value) {
            values.put(key.key(), value);
            return this;
        }
    }

    /** One API of {@code API.REST}. */
    public static final class RestApi {

        private final Map<String, String> values;
        private final String name;

        private RestApi(Map<String, String> values, String name) {
            this.values = values;
            this.name = name;
        }

        public RestApi endpoint(String address) {
            return set(ConfigKey.REST_ENDPOINT, address);
        }

        public RestApi region(String region) {
            return set(ConfigKey.REST_REGION, region);
        }

        public RestApi service(String service) {
            return set(ConfigKey.REST_SERVICE, service);
        }

        public RestApi authMode(RestApiConfig.AuthMode mode) {
            return set(ConfigKey.REST_AUTH_MODE, mode.name());
        }

        private RestApi set(ConfigKey key, String value) {
            values.put(key.key(name), value);
            return this;
        }
    }

    /** {@code Storage.S3}. */
    public static final class Storage {

        private final Map<String, String> values;

        private Storage(Map<String, String> values) {
            this.values = values;
        }

        public Storage bucket(String name, String region) {
            values.put(ConfigKey.STORAGE_BUCKET.key(), name);
            values.put(ConfigKey.STORAGE_REGION.key(), region);
            return this;
        }

        /** Adds a bucket under a friendly name; {@code paths} are its access rules as JSON. */
        public Storage bucket(String friendlyName, String name, String region, String paths) {
            values.put(ConfigKey.BUCKET_NAME.key(friendlyName), name);
            values.put(ConfigKey.BUCKET_REGION.key(friendlyName), region);
            values.put(ConfigKey.BUCKET_PATHS.key(friendlyName), paths);
            return this;
        }

        public Storage endpoint(String address) {
            values.put(ConfigKey.STORAGE_ENDPOINT.key(), address);
            return this;
        }
    }
}
