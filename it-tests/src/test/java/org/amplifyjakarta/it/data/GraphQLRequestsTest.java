package org.amplifyjakarta.it.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.config.ConfigBuilder;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;
import org.amplifyjakarta.graphql.GraphQLException;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.amplifyjakarta.graphql.SessionGraphQL;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.LocalSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request brings, and what it does not. */
class GraphQLRequestsTest {

    private static final String DOCUMENT = "query($a: String) { a(a: $a) }";

    private final LocalAws aws = LocalAws.start(0);
    private final HttpServer server;
    private final List<Headers> headers = new CopyOnWriteArrayList<>();
    private final List<JsonObject> bodies = new CopyOnWriteArrayList<>();

    GraphQLRequestsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            headers.add(exchange.getRequestHeaders());
            try (JsonReader reader = Json.createReader(exchange.getRequestBody())) {
                bodies.add(reader.readObject());
            }
            byte[] answer = "{\"data\":{\"a\":1}}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        aws.close();
    }

    @ParameterizedTest
    @Tag("G-06")
    @ValueSource(
            strings = {"Authorization", "authorization", "X-Api-Key", "x-amz-date", "X-Amz-Security-Token", "Host"})
    void whatAuthorizesComesFromNoHeader(String name) {
        GraphQLOptions options = GraphQLOptions.DEFAULT.as(AuthMode.NONE).withHeaders(Map.of(name, "sesame"));

        assertThatThrownBy(() -> query(api -> {}, options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("sesame");
        assertThat(headers).isEmpty();
    }

    @Test
    void headersAreMadeForEachRequest() {
        query(api -> {}, GraphQLOptions.DEFAULT.as(AuthMode.NONE).withHeaders((document, variables) -> {
            Map<String, String> made = new LinkedHashMap<>();
            made.put("X-Length", Integer.toString(document.length()));
            made.put("X-Names", variables.keySet().toString());
            return made;
        }));

        assertThat(headers.get(0).getFirst("X-Length")).isEqualTo(Integer.toString(DOCUMENT.length()));
        assertThat(headers.get(0).getFirst("X-Names")).isEqualTo("[a]");
    }

    @ParameterizedTest
    @CsvSource({"API_KEY, x-api-key", "USER_POOL, authorization", "IAM, authorization", "NONE, ''"})
    void aModeSendsItsOwnHeaderAlone(AuthMode mode, String expected) {
        query(api -> api.graphQl(graphQl -> graphQl.apiKey("da2-key")), GraphQLOptions.DEFAULT.as(mode));

        assertThat(headers.get(0).keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .filter(name -> name.equals("authorization") || name.equals("x-api-key")))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
        assertThat(aws.calls().containsKey("GetCredentialsForIdentity")).isEqualTo(mode == AuthMode.IAM);
        if (mode == AuthMode.USER_POOL) {
            assertThat(headers.get(0).getFirst("Authorization")).startsWith("ey");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "eu-west-1, eu-west-1/execute-api"})
    void anotherEndpointIsToldWhatItsRegionSays(String region, String scope) {
        query(
                api -> api.graphQl(graphQl ->
                        graphQl.customEndpoint(url() + "/custom", region).defaultAuthMode(AuthMode.IAM)),
                GraphQLOptions.DEFAULT);

        String authorization = headers.get(0).getFirst("Authorization");
        if (scope.isEmpty()) {
            assertThat(authorization).isNull();
        } else {
            assertThat(authorization).contains("/" + scope + "/aws4_request");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sesame\n", "sesame\u200B"})
    void aTokenThatCannotBeSentIsNotShown(String token) {
        assertThatThrownBy(() -> query(api -> {}, GraphQLOptions.DEFAULT.withAuthToken(token)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageNotContaining("sesame");
        assertThatThrownBy(() -> query(
                        api -> {}, GraphQLOptions.DEFAULT.as(AuthMode.API_KEY).withApiKey(token)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageNotContaining("sesame");
    }

    @ParameterizedTest
    @CsvSource({"API_KEY, NoApiKey", "LAMBDA, NoAuthorizationHeader"})
    void whatIsMissingIsNamed(AuthMode mode, String name) {
        assertThat(catchThrowableOfType(AmplifyException.class, () -> query(api -> {}, GraphQLOptions.DEFAULT.as(mode)))
                        .name())
                .isEqualTo(name);
    }

    @Test
    void withoutAnApiThereIsNone() {
        try (LocalSession session = LocalSession.open(aws, aws.signIn("demo"), config -> {});
                SessionGraphQL graphQl = new SessionGraphQL(session::context, InstantSource.system())) {
            assertThat(catchThrowableOfType(GraphQLException.class, () -> graphQl.query(DOCUMENT, Map.of()))
                            .name())
                    .isEqualTo("NoEndpoint");
        }
    }

    @Test
    @Tag("G-01")
    void valuesAreVariables() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("a", "\" } mutation { x");
        values.put("b", null);
        values.put("c", List.of(1, 2.5, true));
        values.put("d", AuthMode.IAM);
        values.put("e", Map.of("x", new Inner(java.time.LocalDate.of(2026, 1, 1))));

        try (LocalSession session = open(api -> {});
                SessionGraphQL graphQl = new SessionGraphQL(session::context, InstantSource.system())) {
            graphQl.query(DOCUMENT, values, GraphQLOptions.DEFAULT.as(AuthMode.NONE));
        }

        assertThat(bodies.get(0).getString("query")).isEqualTo(DOCUMENT);
        assertThat(bodies.get(0).getJsonObject("variables").toString())
                .isEqualTo("{\"a\":\"\\\" } mutation { x\",\"b\":null,\"c\":[1,2.5,true],\"d\":\"IAM\","
                        + "\"e\":{\"x\":{\"day\":\"2026-01-01\"}}}");
    }

    /** Of a variable. */
    public record Inner(java.time.LocalDate day) {}

    private void query(Consumer<ConfigBuilder> more, GraphQLOptions options) {
        try (LocalSession session = open(more);
                SessionGraphQL graphQl = new SessionGraphQL(session::context, InstantSource.system())) {
            graphQl.query(DOCUMENT, Map.of("a", "x"), options).orThrow();
        }
    }

    private LocalSession open(Consumer<ConfigBuilder> more) {
        return LocalSession.open(aws, aws.signIn("demo"), config -> {
            config.graphQl(graphQl -> graphQl.endpoint(url()).region("us-east-1"));
            more.accept(config);
        });
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/graphql";
    }
}
