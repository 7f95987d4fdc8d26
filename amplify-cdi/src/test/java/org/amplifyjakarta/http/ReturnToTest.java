package org.amplifyjakarta.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("O-01")
class ReturnToTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "evil",
                "//evil",
                "///evil",
                "/\\evil",
                "\\/evil",
                "/%09/evil",
                "/\t/evil",
                "https:evil",
                "https://evil",
                "javascript:alert(1)",
                "data:text/html,x",
                "%2f%2fevil",
                "/%2fevil",
                "/%5cevil",
                "/a/..//evil",
                "/./\\evil",
                "/../..//evil",
                "/a\nb",
                "/a\r\nLocation: x",
                "/é",
                "/a b",
                "/%",
                "@evil",
                "?x",
                "#x"
            })
    void whatIsNoLocalPathIsTheRoot(String asked) {
        assertThat(ReturnTo.of(asked).path()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/account", "/a/b?c=d&e=%20", "/@evil", "/posts/1?next=https://x", "/a%20b", "/x?y=//z"})
    void aLocalPathStaysAsItIs(String asked) {
        assertThat(ReturnTo.of(asked).path()).isEqualTo(asked);
    }

    @Test
    void tenKilobytesAreTooMuch() {
        assertThat(ReturnTo.of("/" + "a".repeat(10_000)).path()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/auth",
                "/api/auth/",
                "/api/auth/sign-out?x",
                "/api/auth#x",
                "/api/auth;x=y/sign-out",
                "/api;a/auth;b",
                "/api/%61uth/sign-out",
                "/api/./auth/sign-out",
                "/x/../api/auth",
                "/x/%2e%2e/api/auth/sign-out",
                "/x/.%2E/api/auth"
            })
    void noSpellingOfAPathGetsAround(String asked) {
        assertThat(ReturnTo.of(asked).unlessBelow("/api/auth").path()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/authors",
                "/api?x=/api/auth",
                "/x;/api/author",
                "/a%25",
                "/a%20b",
                "/caf%C3%A9",
                "/a:b"
            })
    void otherPathsStay(String asked) {
        assertThat(ReturnTo.of(asked).unlessBelow("/api/auth").path()).isEqualTo(asked);
    }

    @Test
    void nobodyIsLedBackToWhereHeIs() {
        assertThat(ReturnTo.of("/sign-in?returnTo=x").unlessBelow("/sign-in").path())
                .isEqualTo("/");
        assertThat(ReturnTo.of("/api/auth/sign-in").unlessBelow("/api/auth").path())
                .isEqualTo("/");
        assertThat(ReturnTo.of("/sign-in-help").unlessBelow("/sign-in").path()).isEqualTo("/sign-in-help");
    }

    @Test
    void aPlaceThatIsEncodedItselfIsFound() {
        assertThat(ReturnTo.of("/my%20app/api/auth/sign-out")
                        .unlessBelow("/my%20app/api/auth")
                        .path())
                .isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/;x/api/auth/sign-out",
                "/;x/;y/api/auth/sign-out",
                "/api/;x/auth/sign-out",
                "/x/..;a=b/api/auth",
                "/api/auth%3Bx/sign-out"
            })
    void pathParametersHideNothing(String asked) {
        assertThat(ReturnTo.of(asked).unlessBelow("/api/auth").path()).isEqualTo("/");
    }
}
