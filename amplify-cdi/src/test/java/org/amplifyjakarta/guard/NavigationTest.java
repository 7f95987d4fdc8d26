package org.amplifyjakarta.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.amplifyjakarta.config.GuardConfig;
import org.amplifyjakarta.guard.SignInRedirect.Form;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NavigationTest {

    private static final GuardConfig CONFIG = new GuardConfig(List.of(), List.of(), false, "/sign-in", false, false);
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "GET|" + BROWSER + "|navigate|FOUND",
                "GET|" + BROWSER + "|-|FOUND",
                "HEAD|text/html|navigate|FOUND",
                "GET|text/html;q=0.9,application/json;q=0.8|navigate|FOUND",
                "GET|text/html;q=0.5,application/json|navigate|-",
                "GET|text/html;q=0|navigate|-",
                "GET|application/json|navigate|-",
                "GET|*/*|navigate|-",
                "GET|" + BROWSER + "|cors|-",
                "POST|" + BROWSER + "|navigate|SEE_OTHER",
                "POST|" + BROWSER + "|-|SEE_OTHER",
                "POST|" + BROWSER + "|same-origin|-",
                "POST|application/json|navigate|-",
                "POST|*/*|-|-"
            })
    void onlyWhoGoesToAPageIsSentToSignIn(String method, String accept, @Nullable String mode, @Nullable Form form) {
        SeenRequest request = new SeenRequest(method, "/account?a=b").with("Accept", accept);
        if (mode != null) {
            request.with("Sec-Fetch-Mode", mode);
        }

        assertThat(Navigation.toSignIn(request, CONFIG).map(SignInRedirect::form))
                .isEqualTo(Optional.ofNullable(form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "TRACE", "PUT", "DELETE", "get", "FOO"})
    @Tag("R-03")
    void noOtherMethodGoesToAPage(String method) {
        SeenRequest request = new SeenRequest(method, "/account")
                .with("Accept", BROWSER)
                .with("Sec-Fetch-Mode", "navigate")
                .with("Faces-Request", "partial/ajax");

        assertThat(Navigation.toSignIn(request, CONFIG)).isEmpty();
    }

    @Test
    void aScriptOfFacesIsToldToTakeThePageThere() {
        SeenRequest request = new SeenRequest("POST", "/account.xhtml?a=b&c=\"d")
                .with("Accept", "*/*")
                .with("Sec-Fetch-Mode", "cors")
                .with("Faces-Request", "partial/ajax");

        assertThat(Navigation.toSignIn(request, CONFIG)).hasValueSatisfying(signIn -> {
            assertThat(signIn.form()).isEqualTo(Form.PARTIAL_RESPONSE);
            assertThat(signIn.partialResponse())
                    .endsWith("<partial-response><redirect url=\"/sign-in?returnTo=%2F\"/></partial-response>");
        });
        assertThat(Navigation.toSignIn(new SeenRequest("POST", "/account").with("Faces-Request", "none"), CONFIG))
                .isEmpty();
    }

    @Test
    void aPartialResponseIsXmlWhateverTheAddress() {
        assertThat(new SignInRedirect("/a?b=\"<&>'", Form.PARTIAL_RESPONSE).partialResponse())
                .contains("url=\"/a?b=&quot;&lt;&amp;>'\"");
    }

    @Test
    void theWayBackIsKeptButNotBackToSignIn() {
        assertThat(location("/account?a=b&c=%20")).isEqualTo("/sign-in?returnTo=%2Faccount%3Fa%3Db%26c%3D%2520");
        assertThat(location("/sign-in?returnTo=%2Fa")).isEqualTo("/sign-in?returnTo=%2F");
        assertThat(location("//evil.example")).isEqualTo("/sign-in?returnTo=%2F");
    }

    private static String location(String uri) {
        return Navigation.toSignIn(page(uri), CONFIG).orElseThrow().location();
    }

    private static SeenRequest page(String uri) {
        return new SeenRequest("GET", uri).with("Accept", BROWSER);
    }
}
