package org.amplifyjakarta.faces.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.amplifyjakarta.AmplifyException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageRoutesTest {

    private static final PageRoute POST = route("/post.xhtml", "/posts/{id}");
    private static final PageRoutes ROUTES = PageRoutes.of(List.of(
            route("/any.xhtml", "/{*any}"),
            POST,
            route("/new.xhtml", "/posts/new"),
            route("/doc.xhtml", "/posts/{*path}"),
            route("/mixed.xhtml", "/{kind}/new"),
            route("/pages/home.xhtml", "/")));

    @ParameterizedTest
    @CsvSource({
        "/, /pages/home.xhtml",
        "/posts/new, /new.xhtml",
        "/posts/7, /post.xhtml",
        "/posts/7/8, /doc.xhtml",
        "/notes/new, /mixed.xhtml",
        "/posts, /any.xhtml",
        "/a/b/c, /any.xhtml"
    })
    void theMostSpecificPageAnswers(String path, String view) {
        assertThat(ROUTES.match(path))
                .get()
                .extracting(match -> match.route().viewId())
                .isEqualTo(view);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/post.xhtml",
                "post.xhtml",
                "//post.xhtml",
                "/./post.xhtml",
                "/x/../post.xhtml",
                "/../post.xhtml",
                "\\post.xhtml",
                "/POST.xhtml"
            })
    @Tag("R-01")
    void aViewIsKnownHoweverItIsSpelt(String viewId) {
        assertThat(ROUTES.ofView(viewId)).contains(POST);
    }

    @Test
    void otherViewsAreNoPages() {
        assertThat(ROUTES.ofView("/pages/post.xhtml")).isEmpty();
        assertThat(ROUTES.ofView("/posts/7")).isEmpty();
    }

    @Test
    void whatIsNotOfThePathIsOfTheQuery() {
        Map<String, List<String>> given = Map.of("id", List.of("7", "8"), "tab", List.of("x", "y"));

        assertThat(POST.address(given)).isEqualTo("/posts/7");
        assertThat(POST.query(given)).isEqualTo(Map.of("tab", List.of("x", "y")));
    }

    @Test
    void aMissingValueIsNamed() {
        assertThatThrownBy(() -> POST.address(Map.of("tab", List.of("x"))))
                .isInstanceOf(AmplifyException.class)
                .hasMessageContainingAll("/post.xhtml", "/posts/{id}", "parameter id has no value");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a/b", "a\\b", "a;b", "a\nb"})
    @Tag("R-01")
    void aValueThatWouldBeAnotherPathIsRefused(String value) {
        assertThatThrownBy(() -> POST.address(Map.of("id", List.of(value))))
                .isInstanceOf(AmplifyException.class)
                .hasMessageContaining("cannot be part of a path")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aPageKeepsItsOwnValuesUnlessOthersAreGiven() {
        PageMatch match = ROUTES.match("/posts/7").orElseThrow();

        assertThat(match.completed(Map.of("tab", List.of("x"))))
                .isEqualTo(Map.of("tab", List.of("x"), "id", List.of("7")));
        assertThat(match.completed(Map.of("id", List.of("8")))).isEqualTo(Map.of("id", List.of("8")));
    }

    private static PageRoute route(String view, String pattern) {
        return new PageRoute(view, PagePattern.parse(pattern).orElseThrow());
    }
}
