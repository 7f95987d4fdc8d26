package org.amplifyjakarta.config.outputs;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.amplifyjakarta.config.ConfigKey;

/**
 * The Gen 1 file, {@code amplifyconfiguration.json} or {@code aws-exports.js}, as configuration keys.
 *
 * @see <a href="https://github.com/aws-amplify/amplify-js/blob/main/packages/core/src/parseAWSExports.ts">
 *     parseAWSExports of Amplify JS 6</a>
 */
final class Gen1 {

    private Gen1() {}

    static Map<String, String> properties(JsonObject object) {
        if (!object.containsKey("aws_project_region")) {
            throw new MalformedOutputsException("aws_project_region: is missing.");
        }
        Section file = new Section(object, new LinkedHashMap<>());
        auth(file);
        oauth(file);
        signUp(file);
        apis(file);
        file.copy("aws_user_files_s3_bucket", ConfigKey.STORAGE_BUCKET);
        file.copy("aws_user_files_s3_bucket_region", ConfigKey.STORAGE_REGION);
        file.scalar("aws_user_files_s3_dangerously_connect_to_http_endpoint_for_testing")
                .filter("true"::equals)
                .ifPresent(yes -> file.put(ConfigKey.STORAGE_ENDPOINT, "http://localhost:20005"));
        return file.target();
    }

    private static void auth(Section file) {
        file.copy("aws_user_pools_id", ConfigKey.USER_POOL_ID);
        file.copy("aws_user_pools_web_client_id", ConfigKey.USER_POOL_CLIENT_ID);
        file.copy("aws_cognito_identity_pool_id", ConfigKey.IDENTITY_POOL_ID);
        boolean signInIsMandatory =
                file.scalar("aws_mandatory_sign_in").filter("enable"::equals).isPresent();
        file.put(ConfigKey.ALLOW_GUEST_ACCESS, !signInIsMandatory);
        List<String> names = file.texts("aws_cognito_username_attributes");
        boolean email = names.contains("EMAIL");
        boolean phone = names.contains("PHONE_NUMBER");
        file.put(ConfigKey.LOGIN_WITH_EMAIL, email);
        file.put(ConfigKey.LOGIN_WITH_PHONE, phone);
        file.put(ConfigKey.LOGIN_WITH_USERNAME, !email && !phone);
        file.text("aws_cognito_mfa_configuration")
                .ifPresent(status -> file.put(ConfigKey.MFA_STATUS, status.toLowerCase(Locale.ROOT)));
        List<String> factors = file.texts("aws_cognito_mfa_types");
        file.put(ConfigKey.MFA_SMS, factors.contains("SMS"));
        file.put(ConfigKey.MFA_TOTP, factors.contains("TOTP"));
    }

    private static void oauth(Section file) {
        Section oauth = file.section("oauth")
                .filter(section -> !section.object().isEmpty())
                .orElse(null);
        if (oauth == null) {
            return;
        }
        oauth.copy("domain", ConfigKey.OAUTH_DOMAIN);
        oauth.copyList("scope", ConfigKey.OAUTH_SCOPES);
        // already parted by commas
        oauth.copy("redirectSignIn", ConfigKey.OAUTH_REDIRECT_SIGN_IN);
        oauth.copy("redirectSignOut", ConfigKey.OAUTH_REDIRECT_SIGN_OUT);
        oauth.copy("responseType", ConfigKey.OAUTH_RESPONSE_TYPE);
        List<String> providers = new ArrayList<>();
        for (String provider : file.texts("aws_cognito_social_providers")) {
            providers.add(Gen2.provider(provider).orElse(provider));
        }
        file.put(ConfigKey.OAUTH_PROVIDERS, providers);
    }

    private static void signUp(Section file) {
        file.copy("aws_cognito_sign_up_verification_method", ConfigKey.SIGN_UP_VERIFICATION);
        Set<String> attributes = new LinkedHashSet<>();
        for (String list : List.of("aws_cognito_verification_mechanisms", "aws_cognito_signup_attributes")) {
            file.texts(list).forEach(name -> attributes.add(name.toLowerCase(Locale.ROOT)));
        }
        file.put(ConfigKey.USER_ATTRIBUTES, List.copyOf(attributes));
        file.section("aws_cognito_password_protection_settings").ifPresent(password -> {
            password.copy("passwordPolicyMinLength", ConfigKey.PASSWORD_MIN_LENGTH);
            List<String> rules = password.texts("passwordPolicyCharacters");
            password.put(ConfigKey.PASSWORD_LOWERCASE, rules.contains("REQUIRES_LOWERCASE"));
            password.put(ConfigKey.PASSWORD_UPPERCASE, rules.contains("REQUIRES_UPPERCASE"));
            password.put(ConfigKey.PASSWORD_NUMBERS, rules.contains("REQUIRES_NUMBERS"));
            password.put(ConfigKey.PASSWORD_SPECIAL, rules.contains("REQUIRES_SYMBOLS"));
        });
    }

    private static void apis(Section file) {
        if (file.text("aws_appsync_graphqlEndpoint").isPresent()) {
            file.copy("aws_appsync_graphqlEndpoint", ConfigKey.GRAPHQL_ENDPOINT);
            file.copy("aws_appsync_apiKey", ConfigKey.GRAPHQL_API_KEY);
            file.copy("aws_appsync_region", ConfigKey.GRAPHQL_REGION);
            file.text("aws_appsync_authenticationType")
                    .flatMap(Gen2::authMode)
                    .ifPresent(mode -> file.put(ConfigKey.GRAPHQL_AUTH_MODE, mode));
            file.copyObject("modelIntrospection", ConfigKey.GRAPHQL_INTROSPECTION, "");
        }
        for (Section api : file.sections("aws_cloud_logic_custom")) {
            String name = api.text("name").orElseThrow(() -> api.wrong("name", "is missing."));
            api.copy("endpoint", ConfigKey.REST_ENDPOINT, name);
            api.copy("region", ConfigKey.REST_REGION, name);
            api.copy("service", ConfigKey.REST_SERVICE, name);
        }
    }
}
