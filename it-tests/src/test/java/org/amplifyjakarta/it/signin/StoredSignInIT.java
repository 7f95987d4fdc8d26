package org.amplifyjakarta.it.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sessions that are stored, in a store of the application's own. */
class StoredSignInIT extends SignInSuite {

    private static final LocalAws AWS = LocalAws.start(0);

    StoredSignInIT() {
        super(AWS);
    }

    @Deployment(testable = false)
    static WebArchive sample() {
        return SignInSite.deployment(StoredSignInIT.class, AWS, "/api/auth", Map.of("amplify.session.mode", "stored"))
                .addClass(MemoryStore.class);
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @Test
    @Tag("C-18")
    void ofTheSessionTheBrowserSeesNothing() throws Exception {
        List<String> lines = SignInSite.kept(site().signIn("demo", BrowserCookies.ofGuest()));

        assertThat(lines)
                .isNotEmpty()
                .allMatch(line -> line.matches(
                        "amplify\\.session\\.[\\w-]{8}\\.id=[\\w-]{43}; Path=/; .*; HttpOnly; SameSite=Strict"))
                .noneMatch(line -> line.contains("Cognito") || line.contains("demo"));
    }

    @Test
    @Tag("C-18")
    void cookiesThatStandOpenAreNoSession() throws Exception {
        HttpResponse<String> answer = site().get("api/me", BrowserCookies.of(AWS.signIn("demo")));

        assertThat(answer.statusCode()).isEqualTo(401);
    }
}
