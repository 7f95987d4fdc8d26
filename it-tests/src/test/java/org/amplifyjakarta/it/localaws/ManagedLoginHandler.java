package org.amplifyjakarta.it.localaws;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes each request of managed login to its endpoint, and the answer back. */
final class ManagedLoginHandler {

    private final LocalAws aws;
    private final Map<String, Endpoint> endpoints;

    ManagedLoginHandler(LocalAws aws, ManagedLogin login, TokenEndpoint tokens) {
        this.aws = aws;
        this.endpoints = Map.of(
                "/oauth2/authorize",
                new Endpoint("authorize", true, List.of("GET"), login::authorize),
                "/login",
                new Endpoint("login", true, List.of("GET", "POST"), login::login),
                "/signup",
                new Endpoint("signup", true, List.of("GET", "POST"), login::signUp),
                ManagedLogin.GOOGLE_PATH,
                new Endpoint("google", true, List.of("GET", "POST"), login::google),
                "/logout",
                new Endpoint("logout", true, List.of("GET"), login::logout),
                "/oauth2/token",
                new Endpoint("token", false, List.of("POST"), tokens::token),
                "/oauth2/revoke",
                new Endpoint("revoke", false, List.of("POST"), tokens::revoke),
                "/oauth2/userInfo",
                new Endpoint("userInfo", false, List.of("GET", "POST"), tokens::userInfo),
                TokenAnswers.ELSEWHERE,
                new Endpoint("elsewhere", false, List.of("GET", "POST"), request -> Reply.empty(200)));
    }

    /** An endpoint, of pages or of JSON. */
    private record Endpoint(
            String operation, boolean ofPages, List<String> methods, Function<WebRequest, Reply> service) {

        Reply error(int status, String error, String description) {
            if (ofPages) {
                return LoginPages.error(status, error, description);
            }
            // as Cognito, which gives no description
            return Reply.json(
                    status, Json.createObjectBuilder().add("error", error).build());
        }
    }

    boolean serves(String path) {
        return endpoints.containsKey(path);
    }

    void serve(HttpExchange exchange) throws IOException {
        Endpoint endpoint = Optional.ofNullable(
                        endpoints.get(exchange.getRequestURI().getPath()))
                .orElseThrow();
        Settings.Fail fail = aws.met(endpoint.operation());
        LocalAwsHandler.delay(aws);
        Reply reply = fail.status() > 0
                ? endpoint.error(fail.status(), fail.code(), "told to fail")
                : reply(endpoint, exchange);
        if (endpoint.ofPages()) {
            exchange.getResponseHeaders().remove("Access-Control-Allow-Origin");
        }
        send(exchange, reply, fail.status() == 0);
    }

    private static Reply reply(Endpoint endpoint, HttpExchange exchange) throws IOException {
        if (!endpoint.methods().contains(exchange.getRequestMethod())) {
            return endpoint.error(405, "invalid_request", "The method is not allowed.")
                    .with("Allow", String.join(", ", endpoint.methods()));
        }
        try {
            return endpoint.service().apply(WebRequest.of(exchange));
        } catch (OAuthError e) {
            return Optional.ofNullable(e.location())
                    .map(Reply::redirect)
                    .orElseGet(() -> endpoint.error(400, e.error(), e.description()));
        }
    }

    private static void send(HttpExchange exchange, Reply reply, boolean cut) throws IOException {
        reply.headers().forEach(header -> exchange.getResponseHeaders().add(header.name(), header.value()));
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        if (cut && body.length == 0) {
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body, 0, cut ? body.length / 2 : body.length);
        if (cut) {
            exchange.getResponseBody().flush();
            exchange.close();
        }
    }
}
