package org.amplifyjakarta.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P-09")
class RestAddressTest {

    private static final URI ENDPOINT = URI.create("https://api.example.com/prod");

    @ParameterizedTest
    @CsvSource({
        "/notes, /prod/notes",
        "notes, /prod/notes",
        "'', /prod",
        "//evil.com/, /prod//evil.com/",
        "@evil.com/, /prod/@evil.com/",
        "https://evil.com/, /prod/https://evil.com/",
        "/a b/ü, /prod/a%20b/%C3%BC",
        "/a%20b, /prod/a%20b",
        "/a?x=1&y=a+b, /prod/a?x=1&y=a%20b",
        "/a?x, /prod/a?x=",
        "'/\"<>', /prod/%22%3C%3E"
    })
    void theHostStaysAndThePathFollows(String path, String expected) {
        assertThat(RestAddress.of(ENDPOINT, path, Map.of())).hasToString("https://api.example.com" + expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a\r\nHost: evil",
                "/a\0",
                "/a#b",
                "/a\\b",
                "/%",
                "/%2",
                "/%zz",
                "/..",
                "/a/../b",
                "/%2e%2E/b",
                "/./a"
            })
    void whatIsNoPathIsRefused(String path) {
        RestApiException failure =
                catchThrowableOfType(RestApiException.class, () -> RestAddress.of(ENDPOINT, path, Map.of()));

        assertThat(failure.name()).isEqualTo("InvalidApiName");
    }

    @Test
    void parametersReplaceThoseOfThePath() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("x", "2 & 3");
        parameters.put("ü", "a=b#");

        assertThat(RestAddress.of(ENDPOINT, "/a?x=1&z=0", parameters))
                .hasToString("https://api.example.com/prod/a?x=2%20%26%203&z=0&%C3%BC=a%3Db%23");
    }

    @Property
    void noPathChangesTheHost(@ForAll String path) {
        try {
            URI uri = RestAddress.of(ENDPOINT, path, Map.of());
            assertThat(uri.getAuthority()).isEqualTo("api.example.com");
            assertThat(uri.normalize().getRawPath()).startsWith("/prod");
            assertThat(uri.getRawFragment()).isNull();
        } catch (RestApiException e) {
            assertThat(e.name()).isEqualTo("InvalidApiName");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.test/prod, true",
        "https://api.test/prod/notes?x=1, true",
        "https://api.test/prod?x=1, true",
        "https://api.test/production, false",
        "https://api.test/prod/../other, false",
        "https://api.test:8443/prod, false",
        "http://api.test/prod, false",
        "https://api.test.evil.com/prod, false",
        "https://api.test@evil.com/prod, false",
        "mailto:a@b, false"
    })
    void whatIsBelowTheEndpointIsKnown(String address, boolean below) {
        assertThat(RestAddress.isBelow(URI.create("https://api.test/prod/"), URI.create(address)))
                .isEqualTo(below);
        assertThat(RestAddress.isBelow(URI.create("https://api.test"), URI.create("https://api.test@evil.com/")))
                .isFalse();
    }

    @Test
    void aNameMayComeAgain() {
        URI endpoint = URI.create("https://api.test");

        assertThat(RestAddress.of(endpoint, "/x?tag=a&tag=b&c=1", Map.of()))
                .hasToString("https://api.test/x?tag=a&tag=b&c=1");
        assertThat(RestAddress.of(endpoint, "/x?tag=a&c=1&tag=b", Map.of("tag", "z")))
                .hasToString("https://api.test/x?tag=z&c=1");
    }
}
