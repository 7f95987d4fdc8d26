package org.amplifyjakarta.it.localaws;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.Collection;
import java.util.List;

/** What the local AWS says of itself. */
final class Discovery {

    private final LocalAws aws;
    private final RegisteredUrls urls;

    Discovery(LocalAws aws, RegisteredUrls urls) {
        this.aws = aws;
        this.urls = urls;
    }

    JsonObject openIdConfiguration() {
        return Json.createObjectBuilder()
                .add("issuer", aws.issuerUri())
                .add("jwks_uri", aws.issuerUri() + "/.well-known/jwks.json")
                .add("authorization_endpoint", aws.url() + "/oauth2/authorize")
                .add("token_endpoint", aws.url() + "/oauth2/token")
                .add("revocation_endpoint", aws.url() + "/oauth2/revoke")
                .add("userinfo_endpoint", aws.url() + "/oauth2/userInfo")
                .add("end_session_endpoint", aws.url() + "/logout")
                .add("id_token_signing_alg_values_supported", texts(List.of("RS256")))
                .add("subject_types_supported", texts(List.of("public")))
                .add("response_types_supported", texts(List.of("code")))
                .add("code_challenge_methods_supported", texts(List.of("S256")))
                .add("scopes_supported", texts(AuthorizeRequest.SCOPES))
                .add(
                        "token_endpoint_auth_methods_supported",
                        texts(List.of("none", "client_secret_basic", "client_secret_post")))
                .build();
    }

    JsonObject info() {
        return Json.createObjectBuilder()
                .add("url", aws.url())
                .add("port", URI.create(aws.url()).getPort())
                .add("region", "us-east-1")
                .add("userPoolId", UserPoolService.POOL_ID)
                .add("userPoolClientId", AppClient.WITHOUT_SECRET.id())
                .add("userPoolClients", clients())
                .add("userPoolEndpoint", aws.url() + "/")
                .add("managedLogin", managedLogin())
                .add("identityPoolId", IdentityPoolService.POOL_ID)
                .add("identityPoolEndpoint", aws.url() + "/")
                .add("s3Endpoint", aws.s3().url())
                .add("s3Port", URI.create(aws.s3().url()).getPort())
                .add("bucket", LocalS3.BUCKET)
                .add("restEndpoint", aws.notesUrl())
                .add("graphqlEndpoint", aws.graphQlUrl())
                .add("graphqlApiKey", GraphQlService.API_KEY)
                .add("issuer", aws.issuerUri())
                .add("jwksUri", aws.issuerUri() + "/.well-known/jwks.json")
                .build();
    }

    private JsonObjectBuilder managedLogin() {
        return Json.createObjectBuilder()
                .add("domain", aws.managedLoginDomain())
                .add("url", aws.url())
                .add("authorizeUrl", aws.url() + "/oauth2/authorize")
                .add("tokenUrl", aws.url() + "/oauth2/token")
                .add("revokeUrl", aws.url() + "/oauth2/revoke")
                .add("userInfoUrl", aws.url() + "/oauth2/userInfo")
                .add("loginUrl", aws.url() + "/login")
                .add("signupUrl", aws.url() + "/signup")
                .add("logoutUrl", aws.url() + "/logout")
                .add("scopes", texts(AuthorizeRequest.SCOPES))
                .add("identityProviders", texts(List.of(AuthorizeRequest.COGNITO, AuthorizeRequest.GOOGLE)))
                .add("callbackUrls", texts(urls.callbacks()))
                .add("logoutUrls", texts(urls.logouts()));
    }

    private static JsonArrayBuilder clients() {
        JsonArrayBuilder clients = Json.createArrayBuilder();
        for (AppClient client : AppClient.all()) {
            JsonObjectBuilder described = Json.createObjectBuilder().add("id", client.id());
            if (client.secret() != null) {
                described.add("secret", client.secret());
            }
            clients.add(described);
        }
        return clients;
    }

    private static JsonArrayBuilder texts(Collection<String> texts) {
        return Json.createArrayBuilder(texts);
    }
}
