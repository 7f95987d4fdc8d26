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
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.amplifyjakarta.config.RestApiConfig;
import org.amplifyjakarta.config.RestApiConfig.AuthMode;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.token.IdToken;
import org.amplifyjakarta.token.Tokens;
import org.amplifyjakarta.transport.Authorization;
import org.amplifyjakarta.transport.HeaderAuthorization;
import org.amplifyjakarta.transport.HeaderText;
import org.amplifyjakarta.transport.HttpCall;
import org.amplifyjakarta.transport.HttpTransport;
import org.amplifyjakarta.transport.NoAnswerException;
import org.amplifyjakarta.transport.OutgoingRequest;
import org.amplifyjakarta.transport.SignedAuthorization;

/** {@link AmplifyRest} for whatever session is current at each call. */
public final class SessionRest implements AmplifyRest, AutoCloseable {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");
    private static final long MAX_BYTES = 64L * 1024 * 1024;
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE");

    private final Supplier<AmplifyContext> session;
    private final InstantSource clock;
    private final Jsonb json = JsonbBuilder.create();
    private final RestAnswers answers = new RestAnswers(json);
    private final HttpTransport transport;

    /** Makes the one of an application. */
    public SessionRest(Supplier<AmplifyContext> session, InstantSource clock) {
        this.session = session;
        this.clock = clock;
        this.transport = new HttpTransport(clock, MAX_BYTES);
    }

    private record Body(byte[] bytes, String type) {}

    @Override
    public RestResponse send(String method, String apiName, String path, RestOptions options) {
        return send(session.get(), method, apiName, path, options);
    }

    @Override
    public RestOperation start(String method, String apiName, String path, RestOptions options) {
        return start(session.get(), method, apiName, path, options);
    }

    @Override
    public Authorizer authorizer(String apiName, URI address) {
        return authorizer(session.get(), apiName, address);
    }

    @Override
    public AmplifyRest in(AmplifyContext context) {
        return new InContext(this, context);
    }

    /** In one session, whatever is current. */
    private record InContext(SessionRest rest, AmplifyContext context) implements AmplifyRest {

        @Override
        public RestResponse send(String method, String apiName, String path, RestOptions options) {
            return rest.send(context, method, apiName, path, options);
        }

        @Override
        public RestOperation start(String method, String apiName, String path, RestOptions options) {
            return rest.start(context, method, apiName, path, options);
        }

        @Override
        public Authorizer authorizer(String apiName, URI address) {
            return rest.authorizer(context, apiName, address);
        }

        @Override
        public AmplifyRest in(AmplifyContext other) {
            return new InContext(rest, other);
        }
    }

    private RestResponse send(AmplifyContext context, String method, String apiName, String path, RestOptions options) {
        HttpCall call = call(context, method, apiName, path, options);
        try {
            return answers.response(transport.send(call));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RestMessages.canceled();
        } catch (NoAnswerException e) {
            throw RestMessages.noAnswer(e);
        }
    }

    private RestOperation start(
            AmplifyContext context, String method, String apiName, String path, RestOptions options) {
        return new RestOperation(transport.start(call(context, method, apiName, path, options)), answers);
    }

    private HttpCall call(AmplifyContext context, String method, String apiName, String path, RestOptions options) {
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("method: must be one of " + METHODS + ".");
        }
        RestApiConfig api = api(context, apiName);
        URI uri = RestAddress.of(api.endpoint(), path, options.queryParams());
        Map<String, List<String>> headers = headers(options.headers());
        Body body = options.body() == null || WITHOUT_BODY.contains(method) ? null : body(options.body());
        if (body != null) {
            headers.putIfAbsent("content-type", List.of(body.type()));
        }
        OutgoingRequest request = new OutgoingRequest(method, uri, headers, body == null ? null : body.bytes());
        AuthMode mode = options.authMode() == null ? api.authMode() : options.authMode();
        // what the caller brings comes first
        Authorization authorization = headers.containsKey(Authorization.HEADER)
                ? Authorization.none()
                : authorization(context, api, mode, uri);
        boolean repeatable = options.retry() == null ? IDEMPOTENT.contains(method) : options.retry();
        return new HttpCall(request, authorization, options.timeout(), repeatable);
    }

    private Authorizer authorizer(AmplifyContext context, String apiName, URI address) {
        RestApiConfig api = api(context, apiName);
        if (!RestAddress.isBelow(api.endpoint(), address)) {
            throw RestMessages.elsewhere();
        }
        Authorization authorization = authorization(context, api, api.authMode(), address);
        return request -> request.headers().containsKey(Authorization.HEADER)
                ? request.headers()
                : authorization.headers(request, clock.instant());
    }

    @Override
    public void close() {
        transport.close();
        try {
            json.close();
        } catch (Exception e) {
            throw new IllegalStateException("REST API: JSON-B could not be closed.", e);
        }
    }

    private static RestApiConfig api(AmplifyContext context, String name) {
        return Optional.ofNullable(context.config().apis().rest().get(name)).orElseThrow(RestMessages::unknownApi);
    }

    private static Authorization authorization(AmplifyContext context, RestApiConfig api, AuthMode mode, URI uri) {
        return switch (mode) {
            case NONE -> Authorization.none();
            case IAM ->
                SignedAuthorization.forHost(
                        uri,
                        context.credentials().current().orElseThrow(RestMessages::noCredentials),
                        api.service(),
                        api.region() == null ? "us-east-1" : api.region());
            case ACCESS_TOKEN ->
                HeaderAuthorization.bearer(tokens(context).accessToken().jwt());
            case ID_TOKEN ->
                HeaderAuthorization.bearer(
                        tokens(context).idToken().map(IdToken::jwt).orElseThrow(RestMessages::notSignedIn));
        };
    }

    private static Tokens tokens(AmplifyContext context) {
        return context.tokens().tokens().orElseThrow(RestMessages::notSignedIn);
    }

    private static Map<String, List<String>> headers(Map<String, String> given) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            HeaderText.require(name, value);
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
