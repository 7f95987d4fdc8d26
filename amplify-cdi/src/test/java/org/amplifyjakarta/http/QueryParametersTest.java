package org.amplifyjakarta.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {

    @Test
    void aQueryIsReadAsAFormIs() {
        assertThat(QueryParameters.parse("a=1+2&b=%C3%A9%26&&c&a=&=x")
                        .orElseThrow()
                        .values())
                .isEqualTo(Map.of("a", List.of("1 2", ""), "b", List.of("é&"), "c", List.of(""), "", List.of("x")));
        assertThat(QueryParameters.parse("").orElseThrow().values()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%zz", "%4=x", "a=%C0%AF", "a=%FF"})
    void whatIsMalformedIsNone(String query) {
        assertThat(QueryParameters.parse(query)).isEmpty();
    }

    @Test
    void thereIsAnEndToIt() {
        assertThat(QueryParameters.parse("a=1&".repeat(99) + "a=1")).isPresent();
        assertThat(QueryParameters.parse("a=1&".repeat(100) + "a=1")).isEmpty();
    }
}
