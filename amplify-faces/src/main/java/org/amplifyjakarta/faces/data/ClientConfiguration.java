package org.amplifyjakarta.faces.data;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.AuthConfig;
import org.amplifyjakarta.config.GraphQlConfig;
import org.amplifyjakarta.config.RestApiConfig;
import org.amplifyjakarta.config.StorageConfig;
import org.amplifyjakarta.config.UserPoolConfig;
import org.jspecify.annotations.Nullable;

/**
 * What a browser may know of a configuration, as Amplify JS v6 takes it. Each value is named here: what is not, is not told.
 *
 * @see <a href="https://github.com/aws-amplify/amplify-js/blob/main/packages/core/src/singleton/types.ts">ResourcesConfig</a>
 */
final class ClientConfiguration {

    private final JsonProvider provider = JsonProvider.provider();

    private ClientConfiguration() {}

    /** Returns the public part of a configuration. */
    static JsonObject of(AmplifyConfig config) {
        return new ClientConfiguration().whole(config);
    }

    private JsonObject whole(AmplifyConfig config) {
        JsonObjectBuilder whole = object();
        JsonObject cognito = cognito(config.auth());
        if (!cognito.isEmpty()) {
            whole.add("Auth", object().add("Cognito", cognito));
        }
        JsonObjectBuilder apis = object();
        if (config.apis().graphQl() != null) {
            apis.add("GraphQL", graphQl(config.apis().graphQl()));
        }
        if (!config.apis().rest().isEmpty()) {
            JsonObjectBuilder rest = object();
            config.apis().rest().forEach((name, api) -> rest.add(name, rest(api)));
            apis.add("REST", rest);
        }
        JsonObject all = apis.build();
        if (!all.isEmpty()) {
            whole.add("API", all);
        }
        if (config.storage() != null) {
            whole.add("Storage", object().add("S3", s3(config.storage())));
        }
        return whole.add("ssr", true).build();
    }

    private JsonObject cognito(AuthConfig auth) {
        UserPoolConfig pool = auth.userPool();
        AuthConfig.IdentityPool identities = auth.identityPool();
        JsonObjectBuilder cognito = object();
        if (pool != null) {
            cognito.add("userPoolId", pool.userPoolId()).add("userPoolClientId", pool.clientId());
            endpoint(cognito, "userPoolEndpoint", pool.endpoint(), "cognito-idp." + pool.region());
            users(cognito, auth);
        }
        if (identities != null) {
            cognito.add("identityPoolId", identities.identityPoolId())
                    .add("allowGuestAccess", identities.allowGuestAccess());
            endpoint(cognito, "identityPoolEndpoint", identities.endpoint(), "cognito-identity." + identities.region());
        }
        return cognito.build();
    }

    private void users(JsonObjectBuilder cognito, AuthConfig auth) {
        AuthConfig.Mfa mfa = auth.mfa();
        AuthConfig.PasswordFormat format = auth.signUp().passwordFormat();
        JsonObjectBuilder attributes = object();
        auth.signUp().userAttributes().forEach(name -> attributes.add(name, object().add("required", true)));
        JsonArrayBuilder groups = provider.createArrayBuilder();
        auth.groups().forEach((name, rank) -> groups.add(object().add(name, object().add("precedence", rank))));
        cognito.add("loginWith", loginWith(auth.loginWith()))
                .add("passwordless", passwordless(auth.loginWith().passwordless()))
                .add("groups", groups)
                .add(
                        "mfa",
                        object().add("status", lower(mfa.status()))
                                .add("smsEnabled", mfa.smsEnabled())
                                .add("totpEnabled", mfa.totpEnabled()))
                .add(
                        "passwordFormat",
                        object().add("minLength", format.minLength())
                                .add("requireLowercase", format.requireLowercase())
                                .add("requireUppercase", format.requireUppercase())
                                .add("requireNumbers", format.requireNumbers())
                                .add("requireSpecialCharacters", format.requireSpecialCharacters()))
                .add("userAttributes", attributes);
        text(cognito, "signUpVerificationMethod", auth.signUp().verificationMethod());
    }

    private JsonObjectBuilder loginWith(AuthConfig.LoginWith with) {
        JsonObjectBuilder login = object().add("username", with.username())
                .add("email", with.email())
                .add("phone", with.phone());
        AuthConfig.OAuth oauth = with.oauth();
        if (oauth != null) {
            login.add(
                    "oauth",
                    object().add("domain", oauth.domain())
                            .add("scopes", list(oauth.scopes()))
                            .add("redirectSignIn", list(oauth.redirectSignIn()))
                            .add("redirectSignOut", list(oauth.redirectSignOut()))
                            .add("responseType", lower(oauth.responseType()))
                            .add("providers", list(oauth.providers())));
        }
        return login;
    }

    private JsonObjectBuilder passwordless(AuthConfig.Passwordless given) {
        JsonObjectBuilder passwordless =
                object().add("emailOtpEnabled", given.emailOtpEnabled()).add("smsOtpEnabled", given.smsOtpEnabled());
        if (given.relyingPartyId() != null) {
            JsonObjectBuilder webAuthn = object().add("relyingPartyId", given.relyingPartyId());
            text(webAuthn, "userVerification", given.userVerification());
            passwordless.add("webAuthn", webAuthn);
        }
        text(passwordless, "preferredChallenge", given.preferredChallenge());
        return passwordless;
    }

    private JsonObjectBuilder graphQl(GraphQlConfig api) {
        JsonObjectBuilder graphQl = object().add("endpoint", api.endpoint().toString());
        text(graphQl, "region", api.region());
        if (api.apiKey() != null) {
            // public by design: every client of the API has it
            graphQl.add("apiKey", api.apiKey().reveal());
        }
        graphQl.add("defaultAuthMode", AuthModeText.of(api.defaultAuthMode()));
        if (api.custom() != null) {
            graphQl.add("customEndpoint", api.custom().endpoint().toString());
            text(graphQl, "customEndpointRegion", api.custom().region());
        }
        if (api.modelIntrospection() != null) {
            graphQl.add("modelIntrospection", parsed(api.modelIntrospection()));
        }
        return graphQl;
    }

    private JsonObjectBuilder rest(RestApiConfig api) {
        JsonObjectBuilder rest = object().add("endpoint", api.endpoint().toString());
        text(rest, "region", api.region());
        return rest.add("service", api.service());
    }

    private JsonObjectBuilder s3(StorageConfig storage) {
        JsonObjectBuilder s3 = object();
        text(s3, "bucket", storage.bucket());
        text(s3, "region", storage.region());
        if (!storage.buckets().isEmpty()) {
            JsonObjectBuilder buckets = object();
            storage.buckets().forEach((name, bucket) -> buckets.add(name, bucket(bucket)));
            s3.add("buckets", buckets);
        }
        return s3;
    }

    private JsonObjectBuilder bucket(StorageConfig.Bucket given) {
        JsonObjectBuilder bucket = object().add("bucketName", given.bucketName());
        text(bucket, "region", given.region());
        JsonObjectBuilder paths = object();
        given.paths().forEach((pattern, rules) -> {
            JsonObjectBuilder who = object();
            rules.forEach((whom, actions) -> who.add(whom, list(actions)));
            paths.add(pattern, who);
        });
        return bucket.add("paths", paths);
    }

    /** Adds an address that Amplify JS would not find by itself. */
    private static void endpoint(JsonObjectBuilder object, String name, URI address, String awsHost) {
        String host = address.getHost();
        if (!(awsHost + ".amazonaws.com").equals(host) && !(awsHost + ".amazonaws.com.cn").equals(host)) {
            object.add(name, address.toString());
        }
    }

    private static void text(JsonObjectBuilder object, String name, @Nullable String value) {
        if (value != null) {
            object.add(name, value);
        }
    }

    private JsonArrayBuilder list(Collection<String> texts) {
        return provider.createArrayBuilder(texts);
    }

    private JsonValue parsed(String json) {
        try (var reader = provider.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private JsonObjectBuilder object() {
        return provider.createObjectBuilder();
    }
}
