package org.amplifyjakarta.faces.data;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlainJsonTest {

    @Test
    void valuesAreThoseOfExpressions() {
        Map<String, @Nullable Object> plain =
                read("{'a':'x','b':1,'c':1.5,'d':null,'e':[true,null],'f':{'g':12345678901234567890}}");

        assertThat(plain)
                .containsEntry("a", "x")
                .containsEntry("b", 1L)
                .containsEntry("c", new BigDecimal("1.5"))
                .containsEntry("d", null)
                .containsEntry("e", Arrays.asList(true, null))
                .containsEntry("f", Map.of("g", new BigDecimal("12345678901234567890")));
    }

    private static Map<String, @Nullable Object> read(String json) {
        try (var reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
            return PlainJson.of(reader.readObject());
        }
    }
}
