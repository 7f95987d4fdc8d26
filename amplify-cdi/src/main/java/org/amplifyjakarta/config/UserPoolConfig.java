package org.amplifyjakarta.config;

import java.net.URI;
import java.util.regex.Pattern;
import org.amplifyjakarta.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A user pool and one app client of it. Immutable.
 *
 * @param endpoint where the pool's API is called; AWS's for the pool's region unless configured
 * @param issuer the {@code iss} of its tokens, without trailing slash
 * @param jwksUri where its keys are fetched
 */
public record UserPoolConfig(
        String userPoolId, String clientId, @Nullable Secret clientSecret, URI endpoint, URI issuer, URI jwksUri) {

    private static final Pattern POOL_ID = Pattern.compile("(?:\\w+-)?\\w+-\\w+-\\d+_\\w+");
    private static final Pattern CLIENT_ID = Pattern.compile("[\\w+]{1,128}");
    private static final Pattern CHINA = Pattern.compile("cn-\\w+-\\d+|aws-cn-global");

    /** Returns the region that the pool's id names. */
    public String region() {
        return region(userPoolId);
    }

    static @Nullable UserPoolConfig read(Values values) {
        String poolId = values.textOrNull(ConfigKey.USER_POOL_ID);
        String clientId = values.textOrNull(ConfigKey.USER_POOL_CLIENT_ID);
        URI endpoint = values.endpoint(ConfigKey.USER_POOL_ENDPOINT, "");
        URI issuer = values.endpoint(ConfigKey.ISSUER, "");
        URI jwksUri = values.endpoint(ConfigKey.JWKS_URI, "");
        if (poolId == null || clientId == null) {
            oneWithoutTheOther(values, poolId, clientId);
            return null;
        }
        boolean elsewhere = endpoint != null && issuer != null;
        if (!POOL_ID.matcher(poolId).matches() && !elsewhere) {
            values.fault(
                    ConfigKey.USER_POOL_ID,
                    "",
                    "is no user pool id: <region>_<text>.",
                    "Copy it from Cognito; for an emulator with ids of its own set amplify.auth.user-pool-endpoint and "
                            + "amplify.auth.issuer as well.");
            return null;
        }
        if (!CLIENT_ID.matcher(clientId).matches()) {
            values.fault(
                    ConfigKey.USER_POOL_CLIENT_ID,
                    "",
                    "is no app client id: letters, digits, _ and +.",
                    "Copy it from Cognito.");
        }
        String host = "https://cognito-idp." + region(poolId) + "." + dnsSuffix(region(poolId));
        URI ofTokens = issuer == null ? URI.create(host + "/" + poolId) : issuer;
        return new UserPoolConfig(
                poolId,
                clientId,
                values.secret(ConfigKey.USER_POOL_CLIENT_SECRET),
                endpoint == null ? URI.create(host + "/") : endpoint,
                ofTokens,
                jwksUri == null ? URI.create(ofTokens + "/.well-known/jwks.json") : jwksUri);
    }

    private static void oneWithoutTheOther(Values values, @Nullable String poolId, @Nullable String clientId) {
        if (poolId != null) {
            values.fault(
                    ConfigKey.USER_POOL_CLIENT_ID,
                    "",
                    "is missing beside amplify.auth.user-pool-id.",
                    "Set it to the id of the app client.");
        }
        if (clientId != null) {
            values.fault(
                    ConfigKey.USER_POOL_ID,
                    "",
                    "is missing beside amplify.auth.user-pool-client-id.",
                    "Set it to the id of the user pool.");
        }
    }

    /** Returns what a region's host names end with. */
    static String dnsSuffix(String region) {
        return CHINA.matcher(region).matches() ? "amazonaws.com.cn" : "amazonaws.com";
    }

    /** An emulator's pool id may name no region; any will do there. */
    private static String region(String poolId) {
        return POOL_ID.matcher(poolId).matches() ? poolId.substring(0, poolId.indexOf('_')) : "us-east-1";
    }
}
