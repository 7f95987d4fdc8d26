package org.amplifyjakarta.rest;

import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amplifyjakarta.cognito.IdentityCredentials;
import org.amplifyjakarta.config.RestApiConfig;
import org.amplifyjakarta.config.RestApiConfig.AuthMode;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.token.IdToken;
import org.amplifyjakarta.token.Tokens;
import org.jspecify.annotations.Nullable;

/** {@link AmplifyRest} for whatever session is current at each call. */
public final class SessionRest implements AmplifyRest, AutoCloseable {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");
    private static final Pattern AWS_HOST =
            Pattern.compile("^.+\\.([a-z0-9-]+)\\.([a-z0-9-]+)\\.amazonaws\\.com(\\.cn)?$");
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String AUTHORIZATION = "authorization";
    private static final String CONTENT_TYPE = "content-type";

    private final Supplier<AmplifyContext> session;
    private final Jsonb json = JsonbBuilder.create();
    private final RestTransport transport;

    /** Makes the one of an application. */
    public SessionRest(Supplier<AmplifyContext> session, InstantSource clock) {
        this.session = session;
        this.transport = new RestTransport(clock, json);
    }

    private record Body(byte[] bytes, String type) {}

    @Override
    public RestOperation start(String method, String apiName, String path, RestOptions options) {
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("method: must be one of " + METHODS + ".");
        }
        AmplifyContext context = session.get();
        RestApiConfig api = context.config().apis().rest().get(apiName);
        if (api == null) {
            throw RestMessages.unknownApi();
        }
        URI uri = RestAddress.of(api.endpoint(), path, options.queryParams());
        Map<String, List<String>> headers = headers(options.headers());
        Body body = options.body() == null || WITHOUT_BODY.contains(method) ? null : body(options.body());
        if (body != null) {
            headers.putIfAbsent(CONTENT_TYPE, List.of(body.type()));
        }
        RestCall.Signature signature = authorize(context, api, options, uri, headers);
        boolean repeatable = options.retry() == null ? RestCall.IDEMPOTENT.contains(method) : options.retry();
        return new RestOperation(transport.send(new RestCall(
                method, uri, headers, body == null ? null : body.bytes(), signature, options.timeout(), repeatable)));
    }

    @Override
    public void close() {
        try {
            json.close();
        } catch (Exception e) {
            throw new IllegalStateException("REST API: JSON-B could not be closed.", e);
        }
    }

    /** Adds the token, or returns what to sign with; neither where the caller brings an authorization. */
    private static RestCall.@Nullable Signature authorize(
            AmplifyContext context,
            RestApiConfig api,
            RestOptions options,
            URI uri,
            Map<String, List<String>> headers) {
        AuthMode mode = options.authMode() == null ? api.authMode() : options.authMode();
        if (headers.containsKey(AUTHORIZATION) || mode == AuthMode.NONE) {
            return null;
        }
        if (mode == AuthMode.IAM) {
            return signature(context, api, uri);
        }
        Tokens tokens = context.tokens().tokens().orElseThrow(RestMessages::notSignedIn);
        String token = mode == AuthMode.ACCESS_TOKEN
                ? tokens.accessToken().jwt().reveal()
                : tokens.idToken()
                        .map(IdToken::jwt)
                        .orElseThrow(RestMessages::notSignedIn)
                        .reveal();
        headers.put(AUTHORIZATION, List.of("Bearer " + token));
        return null;
    }

    /** The host of an AWS API says what to sign for; of another one, the configuration does. */
    private static RestCall.Signature signature(AmplifyContext context, RestApiConfig api, URI uri) {
        IdentityCredentials credentials = context.credentials().current().orElseThrow(RestMessages::noCredentials);
        Matcher aws = AWS_HOST.matcher(uri.getHost());
        boolean known = aws.matches()
                && (aws.group(1).equals("execute-api") || aws.group(1).equals("appsync-api"));
        String region = known ? aws.group(2) : api.region() == null ? "us-east-1" : api.region();
        String service = known ? aws.group(1).replace("appsync-api", "appsync") : api.service();
        return new RestCall.Signature(credentials.toAws(), service, region);
    }

    private static Map<String, List<String>> headers(Map<String, String> given) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (!name.matches(TOKEN) || value.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("headers: a name or value holds what a header must not. Remove it.");
            }
            headers.put(name.toLowerCase(Locale.ROOT), List.of(value));
        });
        return headers;
    }

    private Body body(Object content) {
        if (content instanceof byte[] bytes) {
            return new Body(bytes, "application/octet-stream");
        }
        if (content instanceof CharSequence text) {
            return new Body(text.toString().getBytes(StandardCharsets.UTF_8), "text/plain; charset=UTF-8");
        }
        String text = content instanceof JsonValue value ? value.toString() : json.toJson(content);
        return new Body(text.getBytes(StandardCharsets.UTF_8), "application/json; charset=UTF-8");
    }
}
