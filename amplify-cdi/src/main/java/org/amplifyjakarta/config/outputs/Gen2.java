package org.amplifyjakarta.config.outputs;

import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.amplifyjakarta.config.ConfigKey;

/**
 * The Gen 2 file, {@code amplify_outputs.json}, as configuration keys.
 *
 * @see <a href="https://github.com/aws-amplify/amplify-js/blob/main/packages/core/src/parseAmplifyOutputs.ts">
 *     parseAmplifyOutputs of Amplify JS 6</a>
 */
final class Gen2 {

    private Gen2() {}

    static Map<String, String> properties(JsonObject object) {
        Section file = new Section(object, new LinkedHashMap<>());
        file.section("auth").ifPresent(Gen2::auth);
        file.section("data").ifPresent(Gen2::data);
        file.section("storage").ifPresent(Gen2::storage);
        // what the Amplify guide tells to merge by hand: API.REST = custom.API
        file.section("custom").flatMap(custom -> custom.section("API")).ifPresent(Gen2::rest);
        return file.target();
    }

    private static void auth(Section auth) {
        auth.copy("user_pool_id", ConfigKey.USER_POOL_ID);
        auth.copy("user_pool_client_id", ConfigKey.USER_POOL_CLIENT_ID);
        auth.copy("identity_pool_id", ConfigKey.IDENTITY_POOL_ID);
        auth.copy("unauthenticated_identities_enabled", ConfigKey.ALLOW_GUEST_ACCESS);
        List<String> names = auth.texts("username_attributes");
        auth.put(ConfigKey.LOGIN_WITH_EMAIL, names.contains("email"));
        auth.put(ConfigKey.LOGIN_WITH_PHONE, names.contains("phone_number"));
        auth.put(ConfigKey.LOGIN_WITH_USERNAME, names.contains("username"));
        auth.copyList("standard_required_attributes", ConfigKey.USER_ATTRIBUTES);
        for (Section group : auth.sections("groups")) {
            for (String name : group.object().keySet()) {
                group.section(name).ifPresent(of -> of.copy("precedence", ConfigKey.GROUP_PRECEDENCE, name));
            }
        }
        auth.section("password_policy").ifPresent(Gen2::password);
        auth.section("oauth").ifPresent(Gen2::oauth);
        auth.section("passwordless").ifPresent(Gen2::passwordless);
        auth.text("mfa_configuration").ifPresent(status -> auth.put(ConfigKey.MFA_STATUS, mfaStatus(status)));
        List<String> factors = auth.texts("mfa_methods");
        auth.put(ConfigKey.MFA_SMS, factors.contains("SMS"));
        auth.put(ConfigKey.MFA_TOTP, factors.contains("TOTP"));
    }

    private static String mfaStatus(String status) {
        return switch (status) {
            case "OPTIONAL" -> "optional";
            case "REQUIRED" -> "on";
            default -> "off";
        };
    }

    private static void password(Section policy) {
        policy.copy("min_length", ConfigKey.PASSWORD_MIN_LENGTH);
        policy.copy("require_lowercase", ConfigKey.PASSWORD_LOWERCASE);
        policy.copy("require_uppercase", ConfigKey.PASSWORD_UPPERCASE);
        policy.copy("require_numbers", ConfigKey.PASSWORD_NUMBERS);
        policy.copy("require_symbols", ConfigKey.PASSWORD_SPECIAL);
    }

    private static void oauth(Section oauth) {
        oauth.copy("domain", ConfigKey.OAUTH_DOMAIN);
        oauth.copyList("scopes", ConfigKey.OAUTH_SCOPES);
        oauth.copyList("redirect_sign_in_uri", ConfigKey.OAUTH_REDIRECT_SIGN_IN);
        oauth.copyList("redirect_sign_out_uri", ConfigKey.OAUTH_REDIRECT_SIGN_OUT);
        boolean implicit = oauth.text("response_type").filter("token"::equals).isPresent();
        oauth.put(ConfigKey.OAUTH_RESPONSE_TYPE, implicit ? "token" : "code");
        oauth.put(
                ConfigKey.OAUTH_PROVIDERS,
                oauth.texts("identity_providers").stream()
                        .flatMap(name -> provider(name).stream())
                        .toList());
    }

    private static void passwordless(Section passwordless) {
        passwordless.copy("email_otp_enabled", ConfigKey.EMAIL_OTP);
        passwordless.copy("sms_otp_enabled", ConfigKey.SMS_OTP);
        passwordless.copy("preferred_challenge", ConfigKey.PREFERRED_CHALLENGE);
        passwordless.section("web_authn").ifPresent(webAuthn -> {
            webAuthn.copy("relying_party_id", ConfigKey.WEB_AUTHN_RELYING_PARTY);
            webAuthn.copy("user_verification", ConfigKey.WEB_AUTHN_USER_VERIFICATION);
        });
    }

    private static void data(Section data) {
        data.copy("url", ConfigKey.GRAPHQL_ENDPOINT);
        data.copy("aws_region", ConfigKey.GRAPHQL_REGION);
        data.copy("api_key", ConfigKey.GRAPHQL_API_KEY);
        data.text("default_authorization_type")
                .flatMap(Gen2::authMode)
                .ifPresent(mode -> data.put(ConfigKey.GRAPHQL_AUTH_MODE, mode));
        data.copyObject("model_introspection", ConfigKey.GRAPHQL_INTROSPECTION, "");
        data.copy("conflict_resolution_mode", ConfigKey.GRAPHQL_CONFLICT_RESOLUTION);
    }

    private static void storage(Section storage) {
        storage.copy("bucket_name", ConfigKey.STORAGE_BUCKET);
        storage.copy("aws_region", ConfigKey.STORAGE_REGION);
        Set<String> friendly = new HashSet<>();
        for (Section bucket : storage.sections("buckets")) {
            String name = bucket.text("name").orElseThrow(() -> bucket.wrong("name", "is missing."));
            if (!friendly.add(name)) {
                throw bucket.wrong("name", "is used for two buckets; friendly names must differ.");
            }
            bucket.copy("bucket_name", ConfigKey.BUCKET_NAME, name);
            bucket.copy("aws_region", ConfigKey.BUCKET_REGION, name);
            bucket.copyObject("paths", ConfigKey.BUCKET_PATHS, name);
        }
    }

    private static void rest(Section apis) {
        for (String name : apis.object().keySet()) {
            apis.section(name).ifPresent(api -> {
                api.copy("endpoint", ConfigKey.REST_ENDPOINT, name);
                api.copy("region", ConfigKey.REST_REGION, name);
                api.copy("service", ConfigKey.REST_SERVICE, name);
            });
        }
    }

    /** Returns Amplify's name of an authorization type; one that is unknown acts as iam, the default. */
    static Optional<String> authMode(String type) {
        return switch (type) {
            case "API_KEY" -> Optional.of("apiKey");
            case "AWS_IAM" -> Optional.of("iam");
            case "AMAZON_COGNITO_USER_POOLS" -> Optional.of("userPool");
            case "OPENID_CONNECT" -> Optional.of("oidc");
            case "AWS_LAMBDA", "LAMBDA" -> Optional.of("lambda");
            case "NONE" -> Optional.of("none");
            default -> Optional.empty();
        };
    }

    /** Returns Amplify's name of a social provider. */
    static Optional<String> provider(String name) {
        return switch (name) {
            case "GOOGLE" -> Optional.of("Google");
            case "LOGIN_WITH_AMAZON" -> Optional.of("Amazon");
            case "FACEBOOK" -> Optional.of("Facebook");
            case "SIGN_IN_WITH_APPLE" -> Optional.of("Apple");
            default -> Optional.empty();
        };
    }
}
