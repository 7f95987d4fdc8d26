package org.amplifyjakarta.it.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same, where the browser sees nothing of a session. */
abstract class EnclosedSignInSuite extends SignInAttacksSuite {

    private final String carried;

    /** @param carried what the names of the session's cookies end with, and their values, as a pattern */
    EnclosedSignInSuite(LocalAws aws, String carried) {
        super(aws, "amplify.session.");
        this.carried = carried;
    }

    @Test
    @Tag("C-18")
    void ofTheSessionTheBrowserSeesNothing() throws Exception {
        List<String> lines = SignInSite.kept(site().signIn("demo", BrowserCookies.ofGuest()));

        assertThat(lines)
                .isNotEmpty()
                .allMatch(line -> line.matches(
                        "amplify\\.session\\.[\\w-]{8}\\." + carried + "; Path=/; .*; HttpOnly; SameSite=Strict"))
                .noneMatch(line -> line.contains("Cognito") || line.contains("demo"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.6, 0.9})
    @Tag("C-18")
    void aCookieThatWasChangedOrCutIsNoSession(double part) throws Exception {
        site().signIn("demo", browser);
        String name = browser.header().split("=")[0];
        String value = browser.value(name);
        int at = (int) (part * value.length());
        String other = value.charAt(at) == 'A' ? "B" : "A";

        for (String changed :
                List.of(value.substring(0, at) + other + value.substring(at + 1), value.substring(0, at))) {
            BrowserCookies cookies = BrowserCookies.ofGuest();
            cookies.take(List.of(browser.header().split("; ")));

            assertThat(site().me(cookies.with(name, changed))).isEqualTo(401);
            assertThat(site().get(SignInSite.SIGN_OUT, cookies.with(name, changed))
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(site().me(browser)).as("nobody signed out by that").isEqualTo(200);
    }

    @Test
    @Tag("C-18")
    void cookiesThatStandOpenAreNoSession() throws Exception {
        HttpResponse<String> answer = site().get("api/me", BrowserCookies.of(aws.signIn("demo")));

        assertThat(answer.statusCode()).isEqualTo(401);
    }
}
