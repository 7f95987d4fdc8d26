package org.amplifyjakarta.it.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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

    @Test
    @Tag("C-18")
    void cookiesThatStandOpenAreNoSession() throws Exception {
        HttpResponse<String> answer = site().get("api/me", BrowserCookies.of(aws.signIn("demo")));

        assertThat(answer.statusCode()).isEqualTo(401);
    }
}
