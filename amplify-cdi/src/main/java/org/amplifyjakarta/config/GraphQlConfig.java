package org.amplifyjakarta.config;

import java.net.URI;
import org.amplifyjakarta.Secret;
import org.jspecify.annotations.Nullable;

/**
 * {@code API.GraphQL} of Amplify's ResourcesConfig. Immutable.
 *
 * @param modelIntrospection the models as JSON text
 * @param schema where the schema is that documents are checked against, or the schema itself
 * @param conflictResolution how the API settles conflicting writes
 */
public record GraphQlConfig(
        URI endpoint,
        @Nullable String region,
        @Nullable Secret apiKey,
        AuthMode defaultAuthMode,
        @Nullable CustomEndpoint custom,
        @Nullable String modelIntrospection,
        @Nullable String schema,
        ConflictResolution conflictResolution,
        DataStoreConfig dataStore) {

    /** How a request is authorized. */
    public enum AuthMode {
        API_KEY,
        USER_POOL,
        OIDC,
        IAM,
        IDENTITY_POOL,
        LAMBDA,
        NONE
    }

    /**
     * How an API settles conflicting writes. In all but the last its records have versions.
     *
     * @see <a href="https://docs.aws.amazon.com/appsync/latest/devguide/conflict-detection-and-resolution.html">Conflict
     *     detection and resolution in AWS AppSync</a>
     */
    public enum ConflictResolution {
        AUTOMERGE,
        OPTIMISTIC_CONCURRENCY,
        LAMBDA,
        NONE
    }

    /** Another address of the API, with a region of its own. */
    public record CustomEndpoint(URI endpoint, @Nullable String region) {}

    static @Nullable GraphQlConfig read(Values values) {
        URI endpoint = values.endpoint(ConfigKey.GRAPHQL_ENDPOINT, "");
        AuthMode mode = values.choice(ConfigKey.GRAPHQL_AUTH_MODE, AuthMode.class);
        URI custom = values.endpoint(ConfigKey.GRAPHQL_CUSTOM_ENDPOINT, "");
        String customRegion = values.textOrNull(ConfigKey.GRAPHQL_CUSTOM_REGION);
        String introspection = values.raw(ConfigKey.GRAPHQL_INTROSPECTION, "").orElse(null);
        if (custom == null && customRegion != null) {
            values.fault(
                    ConfigKey.GRAPHQL_CUSTOM_ENDPOINT,
                    "",
                    "is missing beside amplify.graphql.custom-endpoint-region.",
                    "Set it, or remove the region.");
        }
        if (introspection != null && !JsonText.isObject(introspection)) {
            values.fault(
                    ConfigKey.GRAPHQL_INTROSPECTION,
                    "",
                    "is no JSON object.",
                    "Copy model_introspection of amplify_outputs.json.");
        }
        return endpoint == null
                ? null
                : new GraphQlConfig(
                        endpoint,
                        values.textOrNull(ConfigKey.GRAPHQL_REGION),
                        values.secret(ConfigKey.GRAPHQL_API_KEY),
                        mode,
                        custom == null ? null : new CustomEndpoint(custom, customRegion),
                        introspection,
                        values.textOrNull(ConfigKey.GRAPHQL_SCHEMA),
                        values.choice(ConfigKey.GRAPHQL_CONFLICT_RESOLUTION, ConflictResolution.class),
                        DataStoreConfig.read(values));
    }

    /** Tells whether records have versions. */
    public boolean isVersioned() {
        return conflictResolution != ConflictResolution.NONE;
    }
}
