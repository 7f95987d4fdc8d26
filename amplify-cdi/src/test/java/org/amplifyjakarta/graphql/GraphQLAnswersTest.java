package org.amplifyjakarta.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.transport.HttpAnswer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("G-04")
class GraphQLAnswersTest {

    private final GraphQLAnswers answers =
            new GraphQLAnswers(Json.createReaderFactory(Map.of()), JsonbBuilder.create());

    /** What a post is here. */
    public record Post(String id, String title) {}

    @Test
    void dataAndErrorsStayTogether() {
        GraphQLResult result =
                result("{\"data\":{\"a\":{\"id\":\"1\",\"title\":\"x\"},\"b\":null},\"errors\":[{\"message\":\"no\","
                        + "\"errorType\":\"Unauthorized\",\"path\":[\"b\",0]}],\"extensions\":{\"n\":1}}");

        assertThat(result.as("a", Post.class)).isEqualTo(new Post("1", "x"));
        assertThat(result.as("b", Post.class)).isNull();
        assertThat(result.field("c")).isEqualTo(JsonValue.NULL);
        assertThat(result.extensions().orElseThrow().getInt("n")).isEqualTo(1);
        assertThat(result.errors()).singleElement().satisfies(error -> assertThat(error.path())
                .containsExactly("b", "0"));
        GraphQLException failure = catchThrowableOfType(GraphQLException.class, result::orThrow);
        assertThat(failure.name()).isEqualTo("Unauthorized");
        assertThat(failure.isUnauthorized()).isTrue();
        assertThat(failure.getMessage()).doesNotContain("no:");
        assertThat(failure.result()).contains(result);
    }

    @Test
    void aListLosesWhatIsNull() {
        GraphQLResult result = result("{\"data\":{\"l\":[{\"id\":\"1\"},null]}}");

        assertThat(result.listOf("l", Post.class)).hasSize(1);
        assertThat(result.listOf("none", Post.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"data\":null}", "{\"data\":[]}", "{\"data\":\"x\"}", "[]", "", "<html>", "{\"data\":{"})
    void whatIsNoGraphQLIsAFailure(String body) {
        GraphQLException failure = failure(200, Map.of(), body);

        assertThat(failure.name()).isEqualTo("UnknownError");
        assertThat(failure.result()).isEmpty();
    }

    @Test
    void depthIsBounded() {
        assertThat(failure(200, Map.of(), "{\"data\":" + "{\"a\":".repeat(100_000))
                        .name())
                .isEqualTo("UnknownError");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"errors\":[{\"errorType\":\"UnauthorizedException\",\"message\":\"Valid authorization header not provided.\"}]} | UnauthorizedException",
                "400 | {\"errors\":[{\"errorType\":\"MalformedHttpRequestException\",\"message\":\"x\"}]} | MalformedHttpRequestException",
                "401 | nothing | UnauthorizedException",
                "500 | <html> | UnknownError",
                "400 | {\"errors\":[{\"errorType\":\"<b>\",\"message\":\"x\"}]} | UnknownError"
            })
    void aStatusKeepsWhatAppSyncSays(int status, String body, String name) {
        GraphQLException failure = failure(status, Map.of(), body);

        assertThat(failure.name()).isEqualTo(name);
        assertThat(failure.statusCode()).isEqualTo(status);
        assertThat(failure.errors()).hasSize(body.startsWith("{") ? 1 : 0);
        assertThat(failure.isUnauthorized()).isEqualTo(status == 401);
    }

    @Test
    void theHeaderNamesTheError() {
        assertThat(failure(400, Map.of("x-amzn-ErrorType", List.of("BadRequestException:http://x")), "{}")
                        .name())
                .isEqualTo("BadRequestException");
    }

    private GraphQLResult result(String body) {
        return answers.result(new HttpAnswer(200, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    private GraphQLException failure(int status, Map<String, List<String>> headers, String body) {
        HttpAnswer answer = new HttpAnswer(status, headers, body.getBytes(StandardCharsets.UTF_8));
        return catchThrowableOfType(GraphQLException.class, () -> answers.result(answer));
    }
}
