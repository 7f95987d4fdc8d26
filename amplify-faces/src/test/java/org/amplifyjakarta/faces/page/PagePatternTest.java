package org.amplifyjakarta.faces.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagePatternTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/account", "/posts/{id}", "/posts/{id}/comments", "/docs/{*path}", "/über/uns", "/a.b/~c"})
    void aPatternReadsAsItWasWritten(String text) {
        assertThat(PagePattern.parse(text)).get().hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "account",
                "/account/",
                "//account",
                "/a//b",
                "/.",
                "/a/../b",
                "/{}",
                "/{*}",
                "/{id",
                "/id}",
                "/x{id}",
                "/{a-b}",
                "/{1}",
                "/{a}/{a}",
                "/{*path}/more",
                "/*",
                "/**",
                "/a?b",
                "/a#b",
                "/a;b",
                "/a%20b",
                "/a b",
                "/a\\b",
                "/#{bean.path}"
            })
    void whatIsNoPatternIsRefused(String text) {
        assertThat(PagePattern.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/account, /account",
        "/posts/{id}, /posts/7",
        "/posts/{id}, /posts/a b",
        "/posts/{id}, /posts/%2e%2e",
        "/posts/{id}/comments, /posts/7/comments",
        "/docs/{*path}, /docs/a",
        "/docs/{*path}, /docs/a/b/c"
    })
    void aPathMatches(String pattern, String path) {
        assertThat(pattern(pattern).match(path)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "/, /account",
        "/, ''",
        "/account, /",
        "/account, account",
        "/account, /account/",
        "/account, //account",
        "/account, /Account",
        "/account, /account;x",
        "/account, /account/x",
        "/posts/{id}, /posts",
        "/posts/{id}, /posts/",
        "/posts/{id}, /posts/.",
        "/posts/{id}, /posts/..",
        "/posts/{id}, /posts/7/",
        "/posts/{id}, /posts/7/8",
        "/posts/{id}, /posts/a\\b",
        "/docs/{*path}, /docs",
        "/docs/{*path}, /docs/",
        "/docs/{*path}, /docs/a//b",
        "/docs/{*path}, /docs/a/../b",
        "/docs/{*path}, /docs/a/"
    })
    @Tag("R-01")
    void aPathDoesNotMatch(String pattern, String path) {
        assertThat(pattern(pattern).match(path)).isEmpty();
    }

    @Test
    @Tag("R-01")
    void aValueIsBoundedAndHoldsNoControlCharacter() {
        PagePattern posts = pattern("/posts/{id}");

        assertThat(posts.match("/posts/" + "x".repeat(255))).isPresent();
        assertThat(posts.match("/posts/" + "x".repeat(256))).isEmpty();
        assertThat(posts.match("/posts/a\u0000")).isEmpty();
        assertThat(posts.match("/posts/a\nb")).isEmpty();
        assertThat(posts.match("/posts/\ud800")).isEmpty();
    }

    @Test
    void valuesAreThoseOfThePath() {
        assertThat(pattern("/a/{b}/c/{*d}").match("/a/1/c/2/3")).contains(Map.of("b", "1", "d", "2/3"));
    }

    @Test
    void anAddressIsEncodedOnce() {
        assertThat(pattern("/über/{b}/{*c}").address(Map.of("b", "a b%20", "c", "x/ä?")))
                .isEqualTo("/%C3%BCber/a%20b%2520/x/%C3%A4%3F");
        assertThat(pattern("/").address(Map.of())).isEqualTo("/");
    }

    @Test
    void theMostSpecificComesFirst() {
        List<String> sorted =
                List.of("/{*all}", "/{page}", "/{page}/b", "/a/{*rest}", "/a/{x}", "/a/b", "/a", "/").stream()
                        .map(PagePatternTest::pattern)
                        .sorted(PagePattern.BY_SPECIFICITY)
                        .map(PagePattern::toString)
                        .toList();

        assertThat(sorted)
                .containsExactly("/a/b", "/a/{x}", "/a/{*rest}", "/a", "/{page}/b", "/{page}", "/{*all}", "/");
    }

    @ParameterizedTest
    @CsvSource({
        "/posts/{id}, /posts/{slug}, true",
        "/a/{*x}, /a/{*y}, true",
        "/account, /account, true",
        "/posts/{id}, /posts/new, false",
        "/posts/{id}, /posts/{*id}, false",
        "/{a}/b, /a/{b}, false",
        "/a, /A, false",
        "/a, /a/{b}, false"
    })
    void patternsForTheSamePathsAreAmbiguous(String one, String other, boolean ambiguous) {
        assertThat(pattern(one).isAmbiguousWith(pattern(other))).isEqualTo(ambiguous);
    }

    private static PagePattern pattern(String text) {
        return PagePattern.parse(text).orElseThrow();
    }
}
