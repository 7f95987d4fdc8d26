package org.amplifyjakarta.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource({
        "/account, /account, true",
        "/account, /account/, true",
        "/account, //account, true",
        "/account, /account/x, false",
        "/account, /Account, false",
        "/a/*, /a/b, true",
        "/a/*, /a, false",
        "/a/*, /a/b/c, false",
        "/a/*/c, /a/b/c, true",
        "/a/**, /a, true",
        "/a/**, /a/b/c, true",
        "/a/**, /ab, false",
        "/**, /, true",
        "/, /, true",
        "/, /a, false"
    })
    void matches(String pattern, String path, boolean expected) {
        assertThat(PathPattern.parse(pattern).orElseThrow().matches(path)).isEqualTo(expected);
    }
}
