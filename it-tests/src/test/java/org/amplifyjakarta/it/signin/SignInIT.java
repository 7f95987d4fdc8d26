package org.amplifyjakarta.it.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Sessions in Amplify's cookies. */
class SignInIT extends SignInSuite {

    private static final String PREFIX = "CognitoIdentityServiceProvider.localclient000000000000001.";
    private static final LocalAws AWS = LocalAws.start(0);

    SignInIT() {
        super(AWS);
    }

    @Deployment(testable = false)
    static WebArchive sample() {
        return SignInSite.deployment(SignInIT.class, AWS);
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @Test
    void theCookiesOfASessionAreAmplifysAndNotForScripts() throws Exception {
        List<String> lines = SignInSite.kept(site().signIn("bob+test@example.com", BrowserCookies.ofGuest()));

        String user = PREFIX + "bob+test%40example.com.";
        assertThat(lines)
                .extracting(line -> line.split("=")[0])
                .filteredOn(name -> !name.startsWith("com.amplify.server_auth.session."))
                .containsExactly(
                        PREFIX + "LastAuthUser", user + "accessToken", user + "idToken", user + "refreshToken");
        assertThat(lines)
                .allMatch(line -> attributes(line).equals("Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict"))
                .noneMatch(line -> line.contains("undefined") || line.contains("=;"));
    }

    /** As with Amplify's own adapter: where the server signs in, it keeps what it writes from scripts. */
    @Test
    void aSessionOfTheBrowsersIsKeptFromScriptsOnceItIsRefreshed() throws Exception {
        BrowserCookies cookies = BrowserCookies.of(AWS.signIn("demo"));

        HttpResponse<String> answer = site().get("api/session?forceRefresh=true", cookies);

        assertThat(answer.headers().allValues("Set-Cookie")).isNotEmpty().allMatch(line -> line.contains("HttpOnly"));
    }
}
