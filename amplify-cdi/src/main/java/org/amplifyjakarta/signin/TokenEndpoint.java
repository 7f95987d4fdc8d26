package org.amplifyjakarta.signin;

import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.RoutesConfig;
import org.amplifyjakarta.config.UserPoolConfig;
import org.amplifyjakarta.token.IssuedTokens;
import org.amplifyjakarta.transport.Authorization;
import org.amplifyjakarta.transport.HeaderAuthorization;
import org.amplifyjakarta.transport.HttpAnswer;
import org.amplifyjakarta.transport.HttpCall;
import org.amplifyjakarta.transport.HttpTransport;
import org.amplifyjakarta.transport.NoAnswerException;
import org.amplifyjakarta.transport.OutgoingRequest;
import org.jspecify.annotations.Nullable;

/**
 * Calls of managed login's token and revocation endpoints. Nothing is repeated: a code is good for one call.
 *
 * <p>Safe for concurrent use. Whoever makes one closes it.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html">Cognito: the token endpoint</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7009">RFC 7009: token revocation</a>
 */
final class TokenEndpoint implements AutoCloseable {

    private static final long MAX_BYTES = 256L * 1024;

    private final InstantSource clock;
    private @Nullable HttpTransport transport;
    private boolean closed;
    private final JsonReaderFactory readers = JsonProvider.provider().createReaderFactory(Map.of());

    TokenEndpoint(InstantSource clock) {
        this.clock = clock;
    }

    /** What came of a call. */
    sealed interface Outcome {

        /** Tokens, not verified yet. */
        record Issued(IssuedTokens tokens) implements Outcome {}

        /** Done, with nothing to say. */
        record Done() implements Outcome {}

        /** Not what was asked for; the error is a name. */
        sealed interface Failed extends Outcome {
            String error();
        }

        /** A refusal. */
        record Refused(String error) implements Failed {}

        /** No answer, or none that decides. */
        record Unknown(String error) implements Failed {}
    }

    Outcome exchange(AmplifyConfig config, SignInFlow flow, String code, String redirectUri) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", config.requireUserPool().clientId());
        form.put("code", code);
        form.put("redirect_uri", redirectUri);
        form.put("code_verifier", flow.codeVerifier());
        form.put("grant_type", "authorization_code");
        Sent sent = post(config, "/oauth2/token", form);
        return sent.answer() == null ? new Outcome.Unknown(sent.error()) : issued(sent.answer());
    }

    Outcome revoke(AmplifyConfig config, Secret refreshToken) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", config.requireUserPool().clientId());
        form.put("token", refreshToken.reveal());
        Sent sent = post(config, "/oauth2/revoke", form);
        if (sent.answer() == null) {
            return new Outcome.Unknown(sent.error());
        }
        Optional<String> error = error(sent.answer().object(readers));
        if (sent.answer().status() == 200 && error.isEmpty()) {
            return new Outcome.Done();
        }
        return new Outcome.Refused(error.orElse("status " + sent.answer().status()));
    }

    /** Lets its client go as well: Open Liberty keeps filters of applications that are gone, and with one its thread would stay. */
    @Override
    public synchronized void close() {
        closed = true;
        if (transport != null) {
            transport.close();
            transport = null;
        }
    }

    /** Made when it is needed: most applications have no routes. */
    private synchronized HttpTransport transport() {
        if (closed) {
            throw new IllegalStateException("sign-in: the application has ended.");
        }
        if (transport == null) {
            transport = new HttpTransport(clock, MAX_BYTES);
        }
        return transport;
    }

    private Outcome issued(HttpAnswer answer) {
        JsonObject body = answer.object(readers);
        Optional<String> error = error(body);
        if (error.isPresent()) {
            return new Outcome.Refused(error.get());
        }
        if (answer.status() != 200 || body == null) {
            return new Outcome.Unknown("status " + answer.status());
        }
        Secret access = secret(body, "access_token");
        return access == null
                ? new Outcome.Refused("no_access_token")
                : new Outcome.Issued(new IssuedTokens(access, secret(body, "id_token"), secret(body, "refresh_token")));
    }

    private record Sent(@Nullable HttpAnswer answer, String error) {}

    private Sent post(AmplifyConfig config, String path, Map<String, String> form) {
        RoutesConfig routes = Objects.requireNonNull(config.web().routes());
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("content-type", List.of("application/x-www-form-urlencoded"));
        headers.put("cache-control", List.of("no-cache"));
        OutgoingRequest request = new OutgoingRequest(
                "POST",
                URI.create(routes.managedLogin() + path),
                headers,
                encoded(form).getBytes(StandardCharsets.US_ASCII));
        HttpCall call = new HttpCall(
                request,
                authorization(config.requireUserPool()),
                config.token().timeouts().call(),
                false);
        try {
            return new Sent(transport().send(call), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Sent(null, "interrupted");
        } catch (NoAnswerException e) {
            return new Sent(null, e.isLate() ? "TimeoutError" : "NetworkError");
        }
    }

    /**
     * A confidential client shows who it is.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1">RFC 6749 §2.3.1</a>
     */
    private static Authorization authorization(UserPoolConfig pool) {
        Secret secret = pool.clientSecret();
        if (secret == null) {
            return Authorization.none();
        }
        // as Cognito documents it, not form-encoded first as RFC 6749 §2.3.1 wants: the same but for a secret that
        // holds a +
        String both = pool.clientId() + ":" + secret.reveal();
        return new HeaderAuthorization(
                Authorization.HEADER,
                Secret.of("Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8))));
    }

    private static Optional<String> error(@Nullable JsonObject body) {
        return body == null || !body.containsKey("error")
                ? Optional.empty()
                : Optional.of(
                        body.get("error") instanceof JsonString name
                                        && name.getString().matches("\\w{1,60}")
                                ? name.getString()
                                : "error");
    }

    private static @Nullable Secret secret(JsonObject body, String name) {
        return body.get(name) instanceof JsonString text && !text.getString().isEmpty()
                ? Secret.of(text.getString())
                : null;
    }

    static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
