package org.amplifyjakarta.datastore;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operators of predicates hold of. */
class RowValuesTest {

    @ParameterizedTest(name = "{1} {0} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "eq | 1 | 1.0 | true",
                "eq | 1 | \"1\" | false",
                "eq | \"a\" | \"a\" | true",
                "eq | true | false | false",
                "eq | [\"a\"] | [\"a\"] | true",
                "eq | null | \"a\" | false",
                "ne | null | \"a\" | true",
                "ne | 1 | 1.0 | false",
                "lt | 2 | 10 | true",
                "lt | \"2\" | \"10\" | false",
                "lt | null | 10 | false",
                "le | 10 | 10 | true",
                "gt | \"b\" | \"a\" | true",
                "gt | null | \"a\" | false",
                "ge | \"b\" | 1 | false",
                "between | 2 | [1, 2] | true",
                "between | 3 | [1, 2] | false",
                "between | 1 | [1] | false",
                "beginsWith | \"abc\" | \"ab\" | true",
                "beginsWith | null | \"ab\" | false",
                "contains | \"abc\" | \"bc\" | true",
                "contains | [\"a\", \"b\"] | \"b\" | true",
                "contains | [\"ab\"] | \"b\" | false",
                "notContains | \"abc\" | \"x\" | true",
                "notContains | null | \"x\" | true",
                "attributeExists | 0 | true | true",
                "attributeExists | null | true | false",
                "attributeExists | null | false | true",
            })
    void operatorsHold(String operator, String actual, String expected, boolean holds) {
        assertThat(RowValues.holds(operator, json(actual), json(expected))).isEqualTo(holds);
    }

    @Test
    void nullComesFirst() {
        assertThat(Stream.of("2", "null", "10", "true").map(RowValuesTest::json).sorted(RowValues.ORDER))
                .map(JsonValue::toString)
                .containsExactly("null", "true", "2", "10");
    }

    private static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
