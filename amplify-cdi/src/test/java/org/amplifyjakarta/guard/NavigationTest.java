package org.amplifyjakarta.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.amplifyjakarta.config.GuardConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NavigationTest {

    private static final GuardConfig CONFIG = new GuardConfig(List.of(), List.of(), false, "/sign-in", false);
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|" + BROWSER + "|navigate|true",
                "HEAD|text/html|navigate|true",
                "GET|text/html;q=0.9,application/json;q=0.8|navigate|true",
                "GET|text/html;q=0.5,application/json|navigate|false",
                "GET|text/html;q=0|navigate|false",
                "GET|application/json|navigate|false",
                "GET|*/*|navigate|false",
                "GET|" + BROWSER + "|cors|false",
                "POST|" + BROWSER + "|navigate|false"
            })
    void onlyWhoGoesToAPageIsSentToSignIn(String method, String accept, String mode, boolean sent) {
        SeenRequest request =
                new SeenRequest(method, "/account?a=b").with("Accept", accept).with("Sec-Fetch-Mode", mode);

        assertThat(Navigation.toSignIn(request, CONFIG).isPresent()).isEqualTo(sent);
    }

    @Test
    void theWayBackIsKeptButNotBackToSignIn() {
        assertThat(Navigation.toSignIn(page("/account?a=b&c=%20"), CONFIG))
                .hasValue("/sign-in?returnTo=%2Faccount%3Fa%3Db%26c%3D%2520");
        assertThat(Navigation.toSignIn(page("/sign-in?returnTo=%2Fa"), CONFIG)).hasValue("/sign-in?returnTo=%2F");
        assertThat(Navigation.toSignIn(page("//evil.example"), CONFIG)).hasValue("/sign-in?returnTo=%2F");
    }

    private static SeenRequest page(String uri) {
        return new SeenRequest("GET", uri).with("Accept", BROWSER);
    }
}
