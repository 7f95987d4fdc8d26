package org.amplifyjakarta.it.localaws;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The GraphQL API, as AppSync shows one: API key, user pool, IAM and a Lambda authorizer side by side, each checked.
 */
final class GraphQlService {

    static final String PATH = "/graphql";
    static final String VERSIONED_PATH = "/graphql-versioned";
    static final String API_KEY = "da2-local000000000000000000";

    /** What the Lambda authorizer lets through, as a reader. */
    static final String LAMBDA_TOKEN = "custom-authorized";

    private static final int MAX_BYTES = 1024 * 1024;

    private final TokenIssuer issuer;
    private final SignatureCheck signatures;
    private final PostsSchema schema;
    private final GraphQL api;
    private final Jsonb json = JsonbBuilder.create(new JsonbConfig().withNullValues(true));

    GraphQlService(TokenIssuer issuer, SignatureCheck signatures, PostsSchema schema) {
        this.issuer = issuer;
        this.signatures = signatures;
        this.schema = schema;
        this.api = schema.api();
    }

    void fill(int posts, String owner) {
        schema.fill(posts, owner);
    }

    void clear() {
        schema.clear();
    }

    String serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BYTES);
        PostsSchema.Caller caller = caller(exchange, body);
        JsonObject request = LocalAwsHandler.object(body);
        Map<String, Object> variables = new LinkedHashMap<>(json.fromJson(
                request.containsKey("variables") ? request.get("variables").toString() : "{}", Variables.class));
        ExecutionResult result = api.execute(ExecutionInput.newExecutionInput(request.getString("query", ""))
                .variables(variables)
                .graphQLContext(context -> context.put(PostsSchema.Caller.class, caller))
                .build());
        return json.toJson(result.toSpecification());
    }

    /** A form that JSON-B knows. */
    public static final class Variables extends LinkedHashMap<String, Object> {
        private static final long serialVersionUID = 1L;
    }

    private PostsSchema.Caller caller(HttpExchange exchange, byte[] body) {
        String key = exchange.getRequestHeaders().getFirst("X-Api-Key");
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (key != null) {
            if (!key.equals(API_KEY)) {
                throw unauthorized("You are not authorized to make this call.");
            }
            return new PostsSchema.Caller(null);
        }
        if (authorization == null) {
            throw unauthorized("Valid authorization header not provided.");
        }
        if (authorization.startsWith("AWS4-")) {
            signatures.signer(exchange, body);
            return new PostsSchema.Caller(null);
        }
        if (authorization.equals(LAMBDA_TOKEN)) {
            return new PostsSchema.Caller(null);
        }
        JWTClaimsSet claims = Optional.of(authorization)
                .flatMap(
                        token -> issuer.verified(token, "access", schema.clock().instant()))
                .orElseThrow(() -> unauthorized("Token has expired."));
        return new PostsSchema.Caller(claims.getSubject() + "::" + claims.getClaim("username"));
    }

    private static ServiceError unauthorized(String text) {
        return new ServiceError(401, "UnauthorizedException", text);
    }

    /** Says an error as AppSync does where it does not get as far as GraphQL. */
    String error(ServiceError error) {
        return json.toJson(Map.of("errors", List.of(Map.of("errorType", error.type(), "message", error.text()))));
    }
}
