package org.amplifyjakarta.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.graphql.AmplifyGraphQL;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.amplifyjakarta.graphql.GraphQLResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of serializeModel and deserializeModel, each as Amplify's DataStore 5 has it. */
class SerializeModelTest {

    private static final String SCHEMA = """
            {"version": 1, "enums": {"Kind": {"name": "Kind", "values": ["A", "B"]}}, "models": {"Note": {"name": "Note",
             "pluralName": "Notes", "attributes": [], "primaryKeyInfo": {"isCustomPrimaryKey": false,
             "primaryKeyFieldName": "id", "sortKeyFieldNames": []}, "fields": {
               "id": {"name": "id", "isArray": false, "type": "ID", "isRequired": true},
               "title": {"name": "title", "isArray": false, "type": "String", "isRequired": true},
               "rating": {"name": "rating", "isArray": false, "type": "Int", "isRequired": false},
               "done": {"name": "done", "isArray": false, "type": "Boolean", "isRequired": false},
               "at": {"name": "at", "isArray": false, "type": "AWSDateTime", "isRequired": false},
               "day": {"name": "day", "isArray": false, "type": "AWSDate", "isRequired": false},
               "time": {"name": "time", "isArray": false, "type": "AWSTime", "isRequired": false},
               "mail": {"name": "mail", "isArray": false, "type": "AWSEmail", "isRequired": false},
               "phone": {"name": "phone", "isArray": false, "type": "AWSPhone", "isRequired": false},
               "page": {"name": "page", "isArray": false, "type": "AWSURL", "isRequired": false},
               "ip": {"name": "ip", "isArray": false, "type": "AWSIPAddress", "isRequired": false},
               "stamp": {"name": "stamp", "isArray": false, "type": "AWSTimestamp", "isRequired": false},
               "kind": {"name": "kind", "isArray": false, "type": {"enum": "Kind"}, "isRequired": false},
               "meta": {"name": "meta", "isArray": false, "type": "AWSJSON", "isRequired": false},
               "tags": {"name": "tags", "isArray": true, "type": "String", "isRequired": false},
               "updatedAt": {"name": "updatedAt", "isArray": false, "type": "AWSDateTime", "isRequired": true,
                 "isReadOnly": true}}}}, "nonModels": {}}
            """;

    private final SessionModels models = new SessionModels(new Nobody(), () -> AmplifyConfig.builder()
            .graphQl(api -> api.endpoint("https://api.test/graphql").modelIntrospection(SCHEMA))
            .build());

    /** A note. */
    @Model
    public record Note(
            String id,
            String title,
            @Nullable Integer rating,
            @Nullable Instant at,
            @Nullable JsonValue meta,
            @Nullable List<String> tags) {}

    @Test
    void whatIsSerializedComesBack() {
        Note note = new Note("1", "a\"b", 3, Instant.parse("2026-01-01T00:00:00Z"), Json.createValue(7), List.of("x"));

        String one = models.serializeModel(note);
        String many = models.serializeModel(List.of(note, note));

        assertThat(one).contains("\"at\":\"2026-01-01T00:00:00.000Z\"");
        assertThat(models.deserializeModel(Note.class, parsed(one))).isEqualTo(note);
        assertThat(models.deserializeModels(Note.class, parsed(many))).containsExactly(note, note);
        assertThat(models.deserializeModels(Note.class, parsed(models.serializeModel(List.of()))))
                .isEmpty();
    }

    @ParameterizedTest
    @Tag("O-05")
    @ValueSource(
            strings = {"</script><script>alert(1)</script>", "<!--", "&quot;", "'", "\u2028\u2029", "]]>", "\\u003c"})
    void whatIsSerializedMayStandInAPage(String title) {
        Note note = new Note("1", title, null, null, null, null);

        String text = models.serializeModel(note);

        assertThat(text).doesNotContain("<", ">", "&", "'", "\u2028", "\u2029");
        assertThat(models.deserializeModel(Note.class, parsed(text)).title()).isEqualTo(title);
    }

    @Test
    void aMissingIdIsMade() {
        Note note = models.deserializeModel(Note.class, parsed("{\"title\":\"t\",\"unknown\":1}"));

        assertThat(UUID.fromString(note.id()).version()).isEqualTo(4);
        assertThat(note.rating()).isNull();
        assertThat(note.tags()).isNull();
    }

    @Test
    void awsJsonIsWhatItHolds() {
        Note note = models.deserializeModel(Note.class, parsed("{\"title\":\"t\",\"meta\":\"{\\\"a\\\":[1]}\"}"));

        assertThat(note.meta()).hasToString("{\"a\":[1]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | field title is required",
                "{\"title\":null} | field title is required",
                "{\"title\":1} | field title must be of type string",
                "{\"title\":\"t\",\"rating\":\"sesame\"} | field rating must be of type number",
                "{\"title\":\"t\",\"rating\":1.5} | field rating is no valid Int",
                "{\"title\":\"t\",\"rating\":3000000000} | field rating is no valid Int",
                "{\"title\":\"t\",\"done\":1} | field done must be of type boolean",
                "{\"title\":\"t\",\"at\":\"sesame\"} | field at is no valid AWSDateTime",
                "{\"title\":\"t\",\"day\":\"2026-02-30\"} | field day is no valid AWSDate",
                "{\"title\":\"t\",\"time\":\"25:00\"} | field time is no valid AWSTime",
                "{\"title\":\"t\",\"mail\":\"sesame\"} | field mail is no valid AWSEmail",
                "{\"title\":\"t\",\"phone\":\"sesame\"} | field phone is no valid AWSPhone",
                "{\"title\":\"t\",\"page\":\"sesame\"} | field page is no valid AWSURL",
                "{\"title\":\"t\",\"ip\":\"300.1.1.1\"} | field ip is no valid AWSIPAddress",
                "{\"title\":\"t\",\"stamp\":1.5} | field stamp is no valid AWSTimestamp",
                "{\"title\":\"t\",\"kind\":\"C\"} | field kind is no valid Kind",
                "{\"title\":\"t\",\"meta\":\"{\"} | field meta is no valid AWSJSON",
                "{\"title\":\"t\",\"tags\":\"x\"} | field tags must be of type array",
                "{\"title\":\"t\",\"tags\":[1]} | field tags must be of type string"
            })
    void whatDoesNotFitIsSaidToBeWrong(String json, String rule) {
        AmplifyException failure =
                catchThrowableOfType(AmplifyException.class, () -> models.deserializeModel(Note.class, parsed(json)));

        assertThat(failure.name()).isEqualTo("InvalidField");
        assertThat(failure.getMessage()).isEqualTo("model Note: " + rule + ".").doesNotContain("sesame");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"at\":\"2026-01-01T00:00:00.123+02:00\"",
                "\"day\":\"2026-01-01\"",
                "\"day\":\"2026-01-01Z\"",
                "\"day\":\"2026-01-01+02:00\"",
                "\"time\":\"10:00\"",
                "\"time\":\"10:00:00.1Z\"",
                "\"mail\":\"bob+test@example.com\"",
                "\"phone\":\"+1 (555) 010-9999\"",
                "\"page\":\"https://example.com/a?b=c\"",
                "\"ip\":\"10.0.0.1/8\"",
                "\"ip\":\"2001:db8::1\"",
                "\"stamp\":1800000000",
                "\"kind\":\"A\"",
                "\"tags\":[null,\"x\"]",
                "\"meta\":{\"a\":1}"
            })
    void whatFitsIsTaken(String field) {
        assertThat(models.deserializeModel(Note.class, parsed("{\"title\":\"t\"," + field + "}"))
                        .title())
                .isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"x\"", "1", "[1]", "[null]"})
    void whatIsNoObjectIsRefused(String json) {
        assertThat(catchThrowableOfType(AmplifyException.class, () -> models.deserializeModel(Note.class, parsed(json)))
                        .name())
                .isEqualTo("InvalidModel");
        assertThat(catchThrowableOfType(
                                AmplifyException.class, () -> models.deserializeModels(Note.class, parsed(json)))
                        .name())
                .isEqualTo("InvalidModel");
    }

    @Test
    void whatIsNoRecordIsNotSerialized() {
        assertThat(catchThrowableOfType(AmplifyException.class, () -> models.serializeModel("x"))
                        .name())
                .isEqualTo("InvalidModel");
        assertThat(catchThrowableOfType(AmplifyException.class, () -> models.serializeModel(JsonValue.NULL))
                        .name())
                .isEqualTo("InvalidModel");
    }

    private static JsonValue parsed(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }

    private static final class Nobody implements AmplifyGraphQL {

        @Override
        public GraphQLResult query(String document, java.util.Map<String, ?> variables, GraphQLOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public GraphQLResult mutate(String document, java.util.Map<String, ?> variables, GraphQLOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AmplifyGraphQL in(org.amplifyjakarta.session.AmplifyContext context) {
            throw new UnsupportedOperationException();
        }
    }
}
