package org.amplifyjakarta.it.localaws;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Takes each request to its service, and the answer back. */
final class LocalAwsHandler implements HttpHandler {

    private static final int MAX_BYTES = 1024 * 1024;
    private static final String USER_POOLS = "AWSCognitoIdentityProviderService.";
    private static final String IDENTITY_POOLS = "AWSCognitoIdentityService.";

    private final LocalAws aws;
    private final ManagedLoginHandler managedLogin;

    LocalAwsHandler(LocalAws aws) {
        this.aws = aws;
        this.managedLogin = aws.managedLoginHandler();
    }

    private record Answer(int status, String type, String body) {

        static Answer json(JsonStructure body) {
            return new Answer(200, "application/json", body.toString());
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            allowOtherOrigins(exchange);
            if (exchange.getRequestMethod().equals("OPTIONS")) {
                exchange.sendResponseHeaders(204, -1);
            } else {
                answer(exchange);
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            Optional<GraphQlService> graphQl =
                    aws.graphQl(exchange.getRequestURI().getPath());
            String target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                    .orElse("");
            if (target.startsWith(USER_POOLS)) {
                serve(exchange, target.substring(USER_POOLS.length()), aws::callUserPool);
            } else if (target.startsWith(IDENTITY_POOLS)) {
                serve(exchange, target.substring(IDENTITY_POOLS.length()), aws::callIdentityPool);
            } else if (exchange.getRequestURI().getPath().startsWith(NotesService.PATH + "/")) {
                serveNotes(exchange);
            } else if (managedLogin.serves(exchange.getRequestURI().getPath())) {
                managedLogin.serve(exchange);
            } else if (graphQl.isPresent()) {
                serveGraphQl(exchange, graphQl.get());
            } else {
                send(exchange, local(exchange));
            }
        } catch (ServiceError e) {
            send(exchange, error(exchange, e));
        }
    }

    private void serve(HttpExchange exchange, String operation, BiFunction<String, JsonObject, JsonObject> service)
            throws IOException {
        JsonObject request = body(exchange);
        Settings.Fail fail = aws.met(operation);
        delay(aws);
        if (fail.status() > 0) {
            throw new ServiceError(fail.status(), fail.code(), "told to fail");
        }
        Answer answer = new Answer(
                200,
                "application/x-amz-json-1.1",
                service.apply(operation, request).toString());
        if (fail.status() == 0) {
            cut(exchange, answer);
        } else {
            send(exchange, answer);
        }
    }

    private void serveNotes(HttpExchange exchange) throws IOException {
        Settings.Fail fail = aws.met("notes");
        delay(aws);
        if (fail.status() > 0) {
            throw new ServiceError(fail.status(), fail.code(), "told to fail");
        }
        NotesService.Note note = aws.notes().serve(exchange);
        if (fail.status() == 0) {
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", note.type());
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("X-Note-Bytes", Integer.toString(note.content().length));
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, note.content().length == 0 ? -1 : note.content().length);
            exchange.getResponseBody().write(note.content());
        }
    }

    private void serveGraphQl(HttpExchange exchange, GraphQlService graphQl) throws IOException {
        Settings.Fail fail = aws.met("graphql");
        delay(aws);
        try {
            if (fail.status() > 0) {
                throw new ServiceError(fail.status(), fail.code(), "told to fail");
            }
            Answer answer = new Answer(200, "application/json;charset=UTF-8", graphQl.serve(exchange));
            if (fail.status() == 0) {
                cut(exchange, answer);
            } else {
                send(exchange, answer);
            }
        } catch (ServiceError e) {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", e.type());
            send(exchange, new Answer(e.status(), "application/json;charset=UTF-8", graphQl.error(e)));
        }
    }

    private Answer local(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String route = exchange.getRequestMethod() + " " + path;
        return switch (route) {
            case "GET /" + UserPoolService.POOL_ID + "/.well-known/jwks.json" -> jwks(exchange);
            case "GET /" + UserPoolService.POOL_ID + "/.well-known/openid-configuration" ->
                Answer.json(aws.discovery().openIdConfiguration());
            case "GET /_local/info" -> Answer.json(aws.discovery().info());
            case "GET /_local/calls" -> Answer.json(calls());
            case "DELETE /_local/calls" -> {
                aws.forgetCalls();
                yield Answer.json(calls());
            }
            case "GET /_local/messages" -> Answer.json(aws.mailbox().json());
            case "DELETE /_local/messages" -> {
                aws.mailbox().clear();
                yield Answer.json(aws.mailbox().json());
            }
            case "PUT /_local/settings" -> {
                JsonObject changes = body(exchange);
                aws.change(settings -> settings.with(changes));
                yield Answer.json(Json.createObjectBuilder().build());
            }
            default -> throw new ServiceError(404, "UnknownOperationException", route + ": is not served here.");
        };
    }

    private Answer jwks(HttpExchange exchange) throws IOException {
        Settings.Fail fail = aws.met("jwks");
        delay(aws);
        if (fail.status() > 0) {
            throw new ServiceError(fail.status(), fail.code(), "told to fail");
        }
        Answer keys = new Answer(200, "application/json", aws.jwks());
        if (fail.status() == 0) {
            cut(exchange, keys);
        }
        return keys;
    }

    private JsonObject calls() {
        JsonObjectBuilder calls = Json.createObjectBuilder();
        new TreeMap<>(aws.calls()).forEach(calls::add);
        return calls.build();
    }

    /** Waits as long as the settings want it. */
    static void delay(LocalAws aws) {
        try {
            Thread.sleep(aws.settings().latencyMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonObject body(HttpExchange exchange) throws IOException {
        return object(exchange.getRequestBody().readNBytes(MAX_BYTES));
    }

    /** Reads a JSON object. */
    static JsonObject object(byte[] bytes) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw ServiceError.of("SerializationException", "The body is no JSON object.");
        }
    }

    private static Answer error(HttpExchange exchange, ServiceError error) {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", error.type());
        String body = Json.createObjectBuilder()
                .add("__type", error.type())
                .add("message", error.text())
                .build()
                .toString();
        return new Answer(error.status(), "application/x-amz-json-1.1", body);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (exchange.getResponseCode() != -1) {
            return;
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Promises the whole answer, sends the half, and closes the connection. */
    private static void cut(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    /** A page of the sample calls from another port. */
    private static void allowOtherOrigins(HttpExchange exchange) {
        Headers request = exchange.getRequestHeaders();
        Headers response = exchange.getResponseHeaders();
        response.set("Access-Control-Allow-Origin", "*");
        response.set("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
        response.set("Access-Control-Expose-Headers", "x-amzn-ErrorType, x-amzn-RequestId");
        String asked = request.getFirst("Access-Control-Request-Headers");
        if (asked != null) {
            response.set("Access-Control-Allow-Headers", asked);
        }
    }
}
