package org.amplifyjakarta.faces;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageAddressTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, /app/p",
                "'', /app/p",
                "a=1, /app/p?a=1",
                "form=x, /app/p",
                "form, /app/p",
                "a=1&form=x&b=2, /app/p?a=1&b=2",
                "form=x&form=y&forms=1, /app/p?forms=1",
                "a=form%3Dx, /app/p?a=form%3Dx"
            })
    void aParameterIsTakenOutAndTheRestStays(String query, String expected) {
        assertThat(new PageAddress("/app", "/app/p", query).without("form").text())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, /p?form=x", "a=1, /p?a=1&form=x", "form=y&a=1, /p?a=1&form=x"})
    void aParameterTakesThePlaceOfAnEarlierOne(String query, String expected) {
        assertThat(new PageAddress("", "/p", query).with("form", "x").text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', /",
        "/, /",
        "/sign-in, /sign-in",
        "/account/, /account/",
        "//evil.example/x, /evil.example/x",
        "/./a/../b, /a/b",
        "'/a b/ü', /a%20b/%C3%BC",
        "'/\\evil.example', /%5Cevil.example",
        "'/a;b?c#d%2f', /a%3Bb%3Fc%23d%252f"
    })
    void aDecodedPathBecomesAnAddressOfThisHost(String decoded, String expected) {
        assertThat(PageAddress.encoded(decoded)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://example.com/app/posts?a=b%20c&d, /app/posts?a=b%20c&d",
                "https://example.com/app/posts, /app/posts",
                "https://evil.example/app/other?a=b, /app/posts?old",
                "//evil.example/app/posts?a=b, /app/posts?a=b",
                "https://example.com/app/posts?a=<b>, /app/posts?old",
                "mailto:somebody, /app/posts?old",
                "-, /app/posts?old"
            })
    void theQueryIsTheOneThatTheBrowserShows(String referer, String address) {
        assertThat(new PageAddress("/app", "/app/posts", "old").asShown(referer).text())
                .isEqualTo(address);
    }

    @Test
    void browsersEncodeLess() {
        PageAddress page = new PageAddress("/app", "/app/users" + PageAddress.encoded("/a@b(c)"), null);

        assertThat(page.asShown("https://example.com/app/users/a@b(c)?d=e").text())
                .isEqualTo(page.path() + "?d=e");
    }
}
