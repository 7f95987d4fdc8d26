package org.amplifyjakarta.config.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputsFileTest {

    /** One key of a file, and what becomes of it. */
    record Row(String file, String key, String value) {}

    static Stream<Row> gen1() {
        return Stream.of(
                        row("'aws_user_pools_id':'p'", "auth.user-pool-id", "p"),
                        row("'aws_user_pools_web_client_id':'c'", "auth.user-pool-client-id", "c"),
                        row("'aws_cognito_identity_pool_id':'r:i'", "auth.identity-pool-id", "r:i"),
                        row("'aws_mandatory_sign_in':'enable'", "auth.allow-guest-access", "false"),
                        row("'aws_mandatory_sign_in':'enabled'", "auth.allow-guest-access", "true"),
                        row("'x':1", "auth.allow-guest-access", "true"),
                        row("'aws_cognito_username_attributes':['EMAIL']", "auth.login-with.email", "true"),
                        row("'aws_cognito_username_attributes':['EMAIL']", "auth.login-with.username", "false"),
                        row("'aws_cognito_username_attributes':['PHONE_NUMBER']", "auth.login-with.phone", "true"),
                        row("'aws_cognito_username_attributes':[]", "auth.login-with.username", "true"),
                        row("'aws_cognito_mfa_configuration':'OPTIONAL'", "auth.mfa.status", "optional"),
                        row("'aws_cognito_mfa_types':['SMS']", "auth.mfa.sms-enabled", "true"),
                        row("'aws_cognito_mfa_types':['TOTP']", "auth.mfa.totp-enabled", "true"),
                        row(
                                "'aws_cognito_sign_up_verification_method':'code'",
                                "auth.sign-up-verification-method",
                                "code"),
                        row(
                                "'aws_cognito_verification_mechanisms':['EMAIL'],'aws_cognito_signup_attributes':['EMAIL','NAME']",
                                "auth.user-attributes",
                                "email,name"),
                        row(password("'passwordPolicyMinLength':9"), "auth.password-format.min-length", "9"),
                        row(
                                password("'passwordPolicyCharacters':['REQUIRES_SYMBOLS']"),
                                "auth.password-format.require-special-characters",
                                "true"),
                        row(
                                password("'passwordPolicyCharacters':['REQUIRES_SYMBOLS']"),
                                "auth.password-format.require-numbers",
                                "false"),
                        row("'oauth':{'domain':'d.example'}", "auth.oauth.domain", "d.example"),
                        row("'oauth':{'scope':['email','openid']}", "auth.oauth.scopes", "email,openid"),
                        row(
                                "'oauth':{'redirectSignIn':'https://a/,https://b/'}",
                                "auth.oauth.redirect-sign-in",
                                "https://a/,https://b/"),
                        row("'oauth':{'responseType':'code'}", "auth.oauth.response-type", "code"),
                        row(
                                "'oauth':{'domain':'d'},'aws_cognito_social_providers':['GOOGLE','LOGIN_WITH_AMAZON']",
                                "auth.oauth.providers",
                                "Google,Amazon"),
                        row("'aws_user_files_s3_bucket':'b'", "storage.bucket", "b"),
                        row("'aws_user_files_s3_bucket_region':'r'", "storage.region", "r"),
                        row(
                                "'aws_user_files_s3_dangerously_connect_to_http_endpoint_for_testing':'true'",
                                "storage.endpoint",
                                "http://localhost:20005"),
                        row(graphQl("'aws_appsync_apiKey':'k'"), "graphql.api-key", "k"),
                        row(graphQl("'aws_appsync_region':'r'"), "graphql.region", "r"),
                        row(authType("API_KEY"), "graphql.default-auth-mode", "apiKey"),
                        row(authType("AWS_IAM"), "graphql.default-auth-mode", "iam"),
                        row(authType("AMAZON_COGNITO_USER_POOLS"), "graphql.default-auth-mode", "userPool"),
                        row(authType("OPENID_CONNECT"), "graphql.default-auth-mode", "oidc"),
                        row(authType("NONE"), "graphql.default-auth-mode", "none"),
                        row(authType("LAMBDA"), "graphql.default-auth-mode", "lambda"),
                        row(authType("AWS_LAMBDA"), "graphql.default-auth-mode", "lambda"),
                        row(
                                graphQl("'modelIntrospection':{'version':1}"),
                                "graphql.model-introspection",
                                "{\"version\":1}"),
                        row(rest("'endpoint':'https://e'"), "rest.notes.endpoint", "https://e"),
                        row(rest("'service':'s'"), "rest.notes.service", "s"),
                        row(rest("'region':'r'"), "rest.notes.region", "r"))
                .map(row -> new Row("{'aws_project_region':'r'," + row.file() + "}", row.key(), row.value()));
    }

    static Stream<Row> gen2() {
        return Stream.of(
                        auth("'user_pool_id':'p'", "user-pool-id", "p"),
                        auth("'user_pool_client_id':'c'", "user-pool-client-id", "c"),
                        auth("'identity_pool_id':'r:i'", "identity-pool-id", "r:i"),
                        auth("'unauthenticated_identities_enabled':true", "allow-guest-access", "true"),
                        auth("'groups':[{'admins':{'precedence':3}}]", "groups.admins.precedence", "3"),
                        auth("'password_policy':{'min_length':8}", "password-format.min-length", "8"),
                        auth(
                                "'password_policy':{'require_symbols':true}",
                                "password-format.require-special-characters",
                                "true"),
                        auth("'mfa_configuration':'REQUIRED'", "mfa.status", "on"),
                        auth("'mfa_configuration':'NONE'", "mfa.status", "off"),
                        auth("'mfa_methods':['TOTP']", "mfa.totp-enabled", "true"),
                        auth("'username_attributes':['email']", "login-with.email", "true"),
                        auth("'username_attributes':['username']", "login-with.username", "true"),
                        auth("'standard_required_attributes':['email','name']", "user-attributes", "email,name"),
                        auth("'oauth':{'domain':'d'}", "oauth.domain", "d"),
                        auth(
                                "'oauth':{'redirect_sign_in_uri':['https://a/?x=1,2']}",
                                "oauth.redirect-sign-in",
                                "https://a/?x=1\\,2"),
                        auth("'oauth':{'response_type':'token'}", "oauth.response-type", "token"),
                        auth("'oauth':{'response_type':'other'}", "oauth.response-type", "code"),
                        auth(
                                "'oauth':{'identity_providers':['SIGN_IN_WITH_APPLE','OTHER']}",
                                "oauth.providers",
                                "Apple"),
                        auth("'passwordless':{'email_otp_enabled':true}", "passwordless.email-otp-enabled", "true"),
                        auth(
                                "'passwordless':{'web_authn':{'relying_party_id':'e'}}",
                                "passwordless.web-authn.relying-party-id",
                                "e"),
                        row("'data':{'url':'https://e'}", "graphql.endpoint", "https://e"),
                        row("'data':{'aws_region':'r'}", "graphql.region", "r"),
                        row("'data':{'api_key':'k'}", "graphql.api-key", "k"),
                        row("'data':{'default_authorization_type':'API_KEY'}", "graphql.default-auth-mode", "apiKey"),
                        row("'storage':{'bucket_name':'b'}", "storage.bucket", "b"),
                        row("'storage':{'aws_region':'r'}", "storage.region", "r"),
                        row(
                                "'storage':{'buckets':[{'name':'f','bucket_name':'b'}]}",
                                "storage.buckets.f.bucket-name",
                                "b"),
                        row(
                                "'storage':{'buckets':[{'name':'f','paths':{'a/${cognito-identity.amazonaws.com:sub}/*':{'guest':['get']}}}]}",
                                "storage.buckets.f.paths",
                                "{\"a/${cognito-identity.amazonaws.com:sub}/*\":{\"guest\":[\"get\"]}}"),
                        row(
                                "'custom':{'API':{'notes':{'endpoint':'https://e','apiName':'notes'}}}",
                                "rest.notes.endpoint",
                                "https://e"))
                .map(row -> new Row("{'version':'1.4'," + row.file() + "}", row.key(), row.value()));
    }

    @ParameterizedTest
    @MethodSource({"gen1", "gen2"})
    void everyKeyOfAFileBecomesAProperty(Row row) {
        OutputsFile file = OutputsFile.of("f", row.file().replace('\'', '"'));

        assertThat(file.fault()).isNull();
        assertThat(file.properties("amplify.")).containsEntry("amplify." + row.key(), row.value());
    }

    @Test
    void theJavaScriptFormIsReadWithoutRunningIt() {
        OutputsFile file = OutputsFile.of("aws-exports.js", """
                'use strict';
                /* eslint-disable */
                // generated { not this }
                const awsmobile = {
                    aws_project_region: 'eu-west-1', // a comment
                    "aws_user_pools_id": "eu-west-1_x\\"y",
                    'aws_cognito_username_attributes': ['EMAIL',],
                    "oauth": {},
                };
                export default awsmobile;
                """);

        assertThat(file.fault()).isNull();
        assertThat(file.values())
                .containsEntry("amplify.auth.user-pool-id", "eu-west-1_x\"y")
                .containsEntry("amplify.auth.login-with.email", "true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"version\":1}",
                "{\"version\":\"10.0\"}",
                "{\"version\":\"2\"}",
                "{\"version\":\"1\",\"auth\":[]}",
                "{\"version\":\"1\",\"auth\":{\"user_pool_id\":[]}}",
                "{\"version\":\"1\",\"storage\":{\"buckets\":[{\"name\":\"a\"},{\"name\":\"a\"}]}}",
                "{\"aws_user_pools_id\":\"x\"}",
                "const a = process.env;",
                "const a = {b: process.env};",
                "const a = {b: [}]",
                "const a = {b: `x`}",
                "const a = \"unfinished"
            })
    void whatAmplifyDoesNotWriteIsAFaultAndNoException(String text) {
        OutputsFile file = OutputsFile.of("f", text);

        assertThat(file.values()).isEmpty();
        assertThat(file.properties("amplify.")).containsOnlyKeys("amplify.outputs-fault.amplify.");
    }

    @Test
    void deepNestingIsRefused() {
        OutputsFile script = OutputsFile.of("f", "const a = " + "{a:".repeat(100_000));
        OutputsFile json = OutputsFile.of("f", "{\"a\":".repeat(100_000));

        assertThat(script.fault()).isNotNull();
        assertThat(json.fault()).isNotNull();
    }

    @Test
    void propertiesGoBelowThePrefixOfTheirConfiguration() {
        OutputsFile file = OutputsFile.of("f", "{\"version\":\"1\",\"data\":{\"url\":\"https://e\"}}");

        Map<String, String> properties = file.properties("amplify.config.other.");

        assertThat(properties).containsEntry("amplify.config.other.graphql.endpoint", "https://e");
    }

    private static Row row(String file, String key, String value) {
        return new Row(file, key, value);
    }

    private static Row auth(String file, String key, String value) {
        return row("'auth':{" + file + "}", "auth." + key, value);
    }

    private static String password(String inner) {
        return "'aws_cognito_password_protection_settings':{" + inner + "}";
    }

    private static String graphQl(String more) {
        return "'aws_appsync_graphqlEndpoint':'https://e'," + more;
    }

    private static String authType(String type) {
        return graphQl("'aws_appsync_authenticationType':'" + type + "'");
    }

    private static String rest(String inner) {
        return "'aws_cloud_logic_custom':[{'name':'notes'," + inner + "}]";
    }
}
