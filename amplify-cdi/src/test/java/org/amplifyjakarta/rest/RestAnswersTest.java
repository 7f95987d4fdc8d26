package org.amplifyjakarta.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.bind.JsonbBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.transport.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestAnswersTest {

    private final RestAnswers answers = new RestAnswers(JsonbBuilder.create());

    @Test
    void theErrorsNameIsThatOfAws() {
        RestApiException failure =
                failure(Map.of("x-amzn-ErrorType", List.of("com.amazon#ThrottledException:http://x/")), "");

        assertThat(failure.name()).isEqualTo("ThrottledException");
        assertThat(failure.response().orElseThrow().statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"__type\":\"BadThing\"} | BadThing",
                "{\"code\":\"Worse\",\"message\":\"x\"} | Worse",
                "{\"message\":\"x\"} | UnknownError",
                "[ | UnknownError",
                "{\"__type\":\"<script>\"} | UnknownError"
            })
    void theErrorsNameIsInTheBody(String body, String name) {
        assertThat(failure(Map.of("Content-Type", List.of("application/json")), body)
                        .name())
                .isEqualTo(name);
    }

    private RestApiException failure(Map<String, List<String>> headers, String body) {
        HttpAnswer answer = new HttpAnswer(400, headers, body.getBytes(StandardCharsets.UTF_8));
        return catchThrowableOfType(RestApiException.class, () -> answers.response(answer));
    }
}
