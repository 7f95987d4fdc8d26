package org.amplifyjakarta.it.signin;

import static org.amplifyjakarta.it.signin.SignInSite.query;
import static org.amplifyjakarta.it.support.SampleClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings;
import org.amplifyjakarta.it.localaws.Settings.Fail;
import org.amplifyjakarta.it.localaws.TokenAnswer;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.RawHttp;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each route answers, and what the token endpoint may do to it. */
@ExtendWith(ArquillianExtension.class)
class SignInAnswersIT {

    private static final LocalAws AWS = LocalAws.start(0);
    private static final String HOME = "/SignInAnswersIT/";

    private final BrowserCookies browser = BrowserCookies.ofGuest();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive sample() {
        return SignInSite.deployment(SignInAnswersIT.class, AWS);
    }

    @BeforeEach
    void reset() {
        AWS.answerTokens(TokenAnswer.USUAL);
        AWS.change(settings -> Settings.DEFAULTS);
        AWS.forgetCalls();
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD, sign-in, 405",
        "PUT, sign-in, 405",
        "POST, sign-in, 405",
        "POST, sign-up, 405",
        "POST, sign-in-callback, 405",
        "POST, sign-out-callback, 405",
        "OPTIONS, sign-in, 405",
        "HEAD, sign-out, 405",
        "DELETE, sign-out, 405",
        "GET, '', 400",
        "GET, sign-in/, 400",
        "GET, sign-in/x, 400",
        "GET, x/sign-in, 400",
        "GET, nothing, 404",
        "GET, sign-in.html, 404",
        "GET, SIGN-IN, 404",
        "GET, sign-in, 302",
        "GET, sign-up, 302",
        "GET, sign%2Din, 302",
        "GET, sign-in-callback, 400",
        "GET, sign-out-callback, 400"
    })
    void everyMethodAndPathHasItsStatus(String method, String route, int status) throws Exception {
        HttpResponse<String> answer =
                site().send(method, "api/auth/" + route, browser, "Sec-Fetch-Site", "same-origin");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Allow").orElse(""))
                .isEqualTo(status != 405 ? "" : route.equals("sign-out") ? "GET, POST" : "GET");
        assertThat(AWS.calls()).isEmpty();
    }

    @Test
    void thePathItselfIsNoRoute() throws Exception {
        assertThat(site().get("api/auth", browser).statusCode()).isEqualTo(400);
        assertThat(site().get("api/authors", browser).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "error=access_denied&error_description=No+way, access_denied, No way",
        "error=server_error, server_error, ",
        "error_description=x%26y%3D%3Cscript%3E, , x&y=<script>",
        "error=a%0D%0ASet-Cookie:x%3Dy, 'a  Set-Cookie:x=y', ",
    })
    @Tag("S-07")
    void whatManagedLoginSaysGoesToThePage(String said, String error, String description) throws Exception {
        String state = query(site().begin(browser).toString()).get("state");
        BrowserCookies before = BrowserCookies.ofGuest();

        HttpResponse<String> answer = site().get(SignInSite.CALLBACK + "?state=" + state + "&" + said, browser);

        assertThat(answer.statusCode()).isEqualTo(302);
        String location = SignInSite.location(answer);
        assertThat(location).startsWith(HOME + "?error").doesNotContain("<", "\"", "'", "\r", "\n");
        assertThat(query(location).get("error")).isEqualTo(error);
        assertThat(query(location).get("error_description")).isEqualTo(description);
        assertThat(browser.header()).as("the flow is over").isEqualTo(before.header());
    }

    @Test
    @Tag("S-07")
    void aLongErrorIsCut() throws Exception {
        String state = query(site().begin(browser).toString()).get("state");
        String location = SignInSite.location(site().get(
                        SignInSite.CALLBACK + "?error=e&error_description=" + "x".repeat(6_000) + "&state=" + state,
                        browser));

        assertThat(query(location).get("error_description")).hasSize(200);
    }

    @Test
    @Tag("S-07")
    void whatWasNotBegunHereSaysNothingOnThePage() throws Exception {
        String location = SignInSite.location(
                site().get(SignInSite.CALLBACK + "?error=e&error_description=call+me&state=another", browser));

        assertThat(query(location)).isEqualTo(Map.of("error", "e"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?code=c", "?code=&state=s", "?code=c&state=", "?state=s", "?code=+&state=s"})
    @Tag("S-01")
    void aCallbackWithoutCodeOrStateIsRefused(String query) throws Exception {
        site().begin(browser);

        HttpResponse<String> answer = site().get(SignInSite.CALLBACK + query, browser);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(SignInSite.kept(answer)).isEmpty();
        assertThat(AWS.calls()).doesNotContainKey("token");
    }

    @Test
    void aCallbackWithoutAFlowIsTooLate() throws Exception {
        String callback = site().callback("demo", site().begin(browser));

        HttpResponse<String> answer = site().get(callback, BrowserCookies.ofGuest());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(SignInSite.location(answer))
                .isEqualTo(
                        HOME + "?error=timeout&error_description=" + "Sign+in+has+to+be+completed+within+5+minutes.");
    }

    @Test
    @Tag("S-01")
    void aStateOfNoFlowOfThisBrowserIsRefused() throws Exception {
        site().begin(browser);

        HttpResponse<String> answer = site().get(SignInSite.CALLBACK + "?code=c&state=another", browser);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).getString("error")).isEqualTo("InvalidState");
        assertThat(browser.header()).as("another flow goes on").contains(SignInSite.FLOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SignInSite.SIGN_IN + "?returnTo=/a&returnTo=/b",
                SignInSite.SIGN_IN + "?foo=1&foo=1",
                SignInSite.CALLBACK + "?code=a&code=b&state=c",
                SignInSite.CALLBACK + "?code=a&state=b&state=c",
                SignInSite.CALLBACK + "?error=a&error=b",
                SignInSite.SIGN_OUT + "?x=1&x=2"
            })
    void aParameterThatComesTwiceIsRefused(String path) throws Exception {
        HttpResponse<String> answer = site().get(path, browser);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?code=%zz&state=%", "?code=%C0%AF&state=%00", "?%=%", "?code[]=a&state[]=b", "?&&=&="})
    void aQueryOfJunkIsRefusedWithoutAFailure(String query) throws Exception {
        site().begin(browser);
        String answer =
                RawHttp.send(base, "GET", base.getPath() + SignInSite.CALLBACK + query, "Cookie: " + browser.header());

        assertThat(RawHttp.status(answer)).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"400, invalid_grant", "401, invalid_client", "500, server_error", "200, invalid_grant"})
    @Tag("S-09")
    void anErrorOfTheTokenEndpointIsNamed(int status, String error) throws Exception {
        if (status == 200) {
            AWS.answerTokens(TokenAnswer.ERROR_WITH_200);
        } else {
            AWS.change(settings -> settings.withFail(new Fail("token", status, error, 1)));
        }

        HttpResponse<String> answer = site().signIn("demo", browser);

        assertThat(answer.statusCode()).isEqualTo(error.equals("invalid_grant") ? 400 : 502);
        assertThat(json(answer).getString("error")).isEqualTo(error);
        assertThat(browser.header()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = TokenAnswer.class,
            names = {"HTML", "HUGE", "REDIRECT"})
    @Tag("S-09")
    void whatIsNoAnswerStoresNothingAndMayBeTriedAgain(TokenAnswer tokens) throws Exception {
        String callback = site().callback("demo", site().begin(browser));
        String before = browser.header();
        AWS.answerTokens(tokens);

        HttpResponse<String> answer = site().get(callback, browser);

        assertIsToBeTriedAgain(answer);
        assertThat(browser.header()).isEqualTo(before);
        assertThat(AWS.calls()).containsEntry("token", 1).doesNotContainKey("elsewhere");
    }

    /** The local AWS has used the code up by then. */
    @Test
    @Tag("S-09")
    void anAnswerThatIsCutMayBeTriedAgain() throws Exception {
        String callback = site().callback("demo", site().begin(browser));
        AWS.change(settings -> settings.withFail(new Fail("token", 0, "cut", 1)));

        assertIsToBeTriedAgain(site().get(callback, browser));
        assertThat(site().get(callback, browser).statusCode()).isEqualTo(400);
        assertThat(AWS.calls()).containsEntry("token", 2);
    }

    @Test
    @Tag("S-09")
    void aSlowTokenEndpointIsNotWaitedForForever() throws Exception {
        String callback = site().callback("demo", site().begin(browser));
        AWS.change(settings -> settings.withLatencyMillis(4_000));

        assertIsToBeTriedAgain(site().get(callback, browser));
    }

    @Test
    @Tag("S-14")
    void theWayOutOfManagedLogin() throws Exception {
        assertThat(site().get(SignInSite.SIGN_OUT_CALLBACK, browser).statusCode())
                .isEqualTo(400);

        site().signIn("demo", browser);
        site().get(SignInSite.SIGN_OUT, browser);
        HttpResponse<String> page = site().get(SignInSite.SIGN_OUT_CALLBACK, browser);
        HttpResponse<String> done = site().get(SignInSite.SIGN_OUT_CALLBACK, browser);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("URL=" + HOME + SignInSite.SIGN_OUT_CALLBACK + "\"");
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(SignInSite.location(done)).isEqualTo(HOME);
        assertThat(browser.header()).isEmpty();
        assertThat(site().get(SignInSite.SIGN_OUT_CALLBACK, browser).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 400, 500})
    @Tag("S-14")
    void aRevocationThatFailsSignsOutAllTheSame(int status) throws Exception {
        site().signIn("demo", browser);
        AWS.change(settings -> settings.withFail(new Fail("revoke", status, "invalid_client", 9)));

        HttpResponse<String> answer = site().get(SignInSite.SIGN_OUT, browser);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(browser.header()).doesNotContain("CognitoIdentityServiceProvider");
        assertThat(site().me(browser)).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LastAuthUser", ".refreshToken", ".accessToken", ".idToken"})
    @Tag("S-14")
    void aSessionInPartsIsSignedOutToo(String missing) throws Exception {
        site().signIn("bob+test@example.com", browser);
        BrowserCookies part = BrowserCookies.ofGuest();
        for (String pair : browser.header().split("; ")) {
            if (!pair.split("=")[0].endsWith(missing)) {
                part.take(List.of(pair));
            }
        }

        HttpResponse<String> answer = site().get(SignInSite.SIGN_OUT, part);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(part.header()).doesNotContain("CognitoIdentityServiceProvider");
    }

    @Test
    @Tag("S-14")
    void whoClosesTheTabOnTheWayOutIsSignedOutHere() throws Exception {
        site().signIn("demo", browser);
        site().get(SignInSite.SIGN_OUT, browser);

        assertThat(site().me(browser)).isEqualTo(401);
        assertThat(site().signIn("demo", browser).statusCode()).isEqualTo(200);
        assertThat(site().me(browser)).isEqualTo(200);
    }

    private void assertIsToBeTriedAgain(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(SignInSite.kept(answer)).isEmpty();
    }

    private SignInSite site() {
        return new SignInSite(AWS, base);
    }
}
