package org.amplifyjakarta.faces.data;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.ConfigBuilder;
import org.amplifyjakarta.config.ConfigKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClientConfigurationTest {

    /** What a browser may know. A new key is not here until somebody has thought about it. */
    private static final Set<ConfigKey> PUBLIC = EnumSet.of(
            ConfigKey.USER_POOL_ID,
            ConfigKey.USER_POOL_CLIENT_ID,
            ConfigKey.USER_POOL_ENDPOINT,
            ConfigKey.IDENTITY_POOL_ID,
            ConfigKey.IDENTITY_POOL_ENDPOINT,
            ConfigKey.OAUTH_DOMAIN,
            ConfigKey.OAUTH_SCOPES,
            ConfigKey.OAUTH_REDIRECT_SIGN_IN,
            ConfigKey.OAUTH_REDIRECT_SIGN_OUT,
            ConfigKey.OAUTH_PROVIDERS,
            ConfigKey.WEB_AUTHN_RELYING_PARTY,
            ConfigKey.WEB_AUTHN_USER_VERIFICATION,
            ConfigKey.PREFERRED_CHALLENGE,
            ConfigKey.USER_ATTRIBUTES,
            ConfigKey.SIGN_UP_VERIFICATION,
            ConfigKey.GRAPHQL_ENDPOINT,
            ConfigKey.GRAPHQL_REGION,
            ConfigKey.GRAPHQL_API_KEY,
            ConfigKey.GRAPHQL_CUSTOM_ENDPOINT,
            ConfigKey.GRAPHQL_CUSTOM_REGION,
            ConfigKey.GRAPHQL_INTROSPECTION,
            ConfigKey.REST_ENDPOINT,
            ConfigKey.REST_REGION,
            ConfigKey.REST_SERVICE,
            ConfigKey.STORAGE_BUCKET,
            ConfigKey.STORAGE_REGION,
            ConfigKey.BUCKET_NAME,
            ConfigKey.BUCKET_REGION,
            ConfigKey.BUCKET_PATHS);

    @Test
    @Tag("O-09")
    void ofAllKeysOnlyThoseThatAreListedAreTold() {
        Map<ConfigKey, String> markers = new EnumMap<>(ConfigKey.class);
        ConfigBuilder builder = AmplifyConfig.builder();
        for (ConfigKey key : ConfigKey.values()) {
            String marker = "marker" + key.ordinal() + "x";
            String value = value(key, marker);
            if (value.contains(marker)) {
                markers.put(key, marker);
            }
            if (!value.isEmpty()) {
                builder.auth(auth -> auth.set(key, value));
            }
        }

        String told = ClientConfiguration.of(builder.build()).toString();

        Set<ConfigKey> found = EnumSet.noneOf(ConfigKey.class);
        markers.forEach((key, marker) -> {
            if (told.contains(marker)) {
                found.add(key);
            }
        });
        assertThat(found).isEqualTo(PUBLIC);
        assertThat(markers.keySet()).contains(ConfigKey.USER_POOL_CLIENT_SECRET, ConfigKey.SESSION_CACHE_URI);
        assertThat(told).doesNotContain(sessionKey("marker" + ConfigKey.SESSION_KEYS.ordinal() + "x"));
    }

    @Test
    @Tag("O-09")
    void onlyTheNamesOfResourcesConfigAreThere() {
        JsonObject told = ClientConfiguration.of(AmplifyConfig.builder()
                .auth(auth -> auth.userPoolId("eu-central-1_AbCdEfGhI")
                        .userPoolClientId("client")
                        .userPoolClientSecret("secret")
                        .identityPoolId("eu-central-1:0000")
                        .group("admins", 1))
                .graphQl(api -> api.endpoint("https://api.example/graphql").apiKey("da2-key"))
                .restApi("notes", api -> api.endpoint("https://notes.example"))
                .storage(s3 -> s3.bucket("photos", "eu-central-1").endpoint("https://s3.internal.example"))
                .build());

        assertThat(told.keySet()).containsExactly("Auth", "API", "Storage", "ssr");
        assertThat(told.getBoolean("ssr")).isTrue();
        assertThat(told.getJsonObject("Auth").getJsonObject("Cognito").keySet())
                .containsExactly(
                        "userPoolId",
                        "userPoolClientId",
                        "loginWith",
                        "passwordless",
                        "groups",
                        "mfa",
                        "passwordFormat",
                        "userAttributes",
                        "identityPoolId",
                        "allowGuestAccess");
        assertThat(told.getJsonObject("API").toString())
                .isEqualTo("{\"GraphQL\":{\"endpoint\":\"https://api.example/graphql\",\"apiKey\":\"da2-key\","
                        + "\"defaultAuthMode\":\"iam\"},\"REST\":{\"notes\":{\"endpoint\":\"https://notes.example\","
                        + "\"service\":\"execute-api\"}}}");
        assertThat(told.getJsonObject("Storage").toString())
                .isEqualTo("{\"S3\":{\"bucket\":\"photos\",\"region\":\"eu-central-1\"}}");
    }

    @Test
    void whatIsNotConfiguredIsNotThere() {
        assertThat(ClientConfiguration.of(AmplifyConfig.builder().build()).toString())
                .isEqualTo("{\"ssr\":true}");
    }

    /** Returns a value that is right for a key and holds the marker; another one where none can hold it. */
    private static String value(ConfigKey key, String marker) {
        return switch (key) {
            // the outputs are another way to say the rest; an origin would have to stand in other keys, too
            case OUTPUTS, APP_ORIGIN -> "";
            case USER_POOL_ID -> "eu-central-1_" + marker;
            case IDENTITY_POOL_ID -> "eu-central-1:" + marker;
            case USER_POOL_ENDPOINT,
                    IDENTITY_POOL_ENDPOINT,
                    ISSUER,
                    JWKS_URI,
                    GRAPHQL_ENDPOINT,
                    GRAPHQL_CUSTOM_ENDPOINT,
                    REST_ENDPOINT,
                    STORAGE_ENDPOINT,
                    CSRF_ALLOWED_ORIGINS -> "https://" + marker + ".example";
            case OAUTH_REDIRECT_SIGN_IN -> "https://" + marker + ".example/api/auth/sign-in-callback";
            case OAUTH_REDIRECT_SIGN_OUT -> "https://" + marker + ".example/api/auth/sign-out-callback";
            case OAUTH_DOMAIN -> marker + ".example";
            case GRAPHQL_INTROSPECTION -> "{\"version\":1,\"" + marker + "\":{}}";
            case BUCKET_PATHS -> "{\"" + marker + "/*\":{\"guest\":[\"get\"]}}";
            case GUARD_PROTECT, GUARD_PUBLIC, GUARD_SIGN_IN_PAGE, ROUTES_SIGN_IN_COMPLETE, ROUTES_SIGN_OUT_COMPLETE ->
                "/" + marker;
            case SESSION_KEYS -> "id:" + sessionKey(marker);
            case SIGN_UP_VERIFICATION, WEB_AUTHN_USER_VERIFICATION, PREFERRED_CHALLENGE, WEB_AUTHN_RELYING_PARTY ->
                marker;
            default -> isText(key) ? marker : "";
        };
    }

    /** Tells whether a key takes any text; numbers, choices, durations and what routes bind to each other are left out. */
    private static boolean isText(ConfigKey key) {
        return key.defaultValue().isEmpty() && key != ConfigKey.COOKIE_DOMAIN && key != ConfigKey.GROUP_PRECEDENCE
                || key == ConfigKey.SESSION_CACHE
                || key == ConfigKey.REST_SERVICE;
    }

    private static String sessionKey(String marker) {
        byte[] key = Arrays.copyOf(marker.getBytes(StandardCharsets.US_ASCII), 32);
        return Base64.getEncoder().encodeToString(key);
    }
}
