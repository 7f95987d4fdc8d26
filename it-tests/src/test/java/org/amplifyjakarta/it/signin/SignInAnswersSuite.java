package org.amplifyjakarta.it.signin;

import static org.amplifyjakarta.it.signin.SignInSite.query;
import static org.amplifyjakarta.it.support.SampleClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings.Fail;
import org.amplifyjakarta.it.localaws.TokenAnswer;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.RawHttp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each route answers, and what the token endpoint may do to it, wherever the session is kept. */
abstract class SignInAnswersSuite extends SignInSuite {

    final BrowserCookies browser = BrowserCookies.ofGuest();
    private final String home = "/" + getClass().getSimpleName() + "/";

    SignInAnswersSuite(LocalAws aws, String session) {
        super(aws, session);
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
        assertThat(aws.calls()).isEmpty();
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
        assertThat(location).startsWith(home + "?error").doesNotContain("<", "\"", "'", "\r", "\n");
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
        assertThat(aws.calls()).doesNotContainKey("token");
    }

    @Test
    void aCallbackWithoutAFlowIsTooLate() throws Exception {
        String callback = site().callback("demo", site().begin(browser));

        HttpResponse<String> answer = site().get(callback, BrowserCookies.ofGuest());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(SignInSite.location(answer))
                .isEqualTo(
                        home + "?error=timeout&error_description=" + "Sign+in+has+to+be+completed+within+5+minutes.");
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
        String answer = RawHttp.send(
                site().base(),
                "GET",
                site().context() + "/" + SignInSite.CALLBACK + query,
                "Cookie: " + browser.header());

        assertThat(RawHttp.status(answer)).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"400, invalid_grant", "401, invalid_client", "500, server_error", "200, invalid_grant"})
    @Tag("S-09")
    void anErrorOfTheTokenEndpointIsNamed(int status, String error) throws Exception {
        if (status == 200) {
            aws.answerTokens(TokenAnswer.ERROR_WITH_200);
        } else {
            aws.change(settings -> settings.withFail(new Fail("token", status, error, 1)));
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
        aws.answerTokens(tokens);

        HttpResponse<String> answer = site().get(callback, browser);

        assertIsToBeTriedAgain(answer);
        assertThat(browser.header()).isEqualTo(before);
        assertThat(aws.calls()).containsEntry("token", 1).doesNotContainKey("elsewhere");
    }

    /** The local aws has used the code up by then. */
    @Test
    @Tag("S-09")
    void anAnswerThatIsCutMayBeTriedAgain() throws Exception {
        String callback = site().callback("demo", site().begin(browser));
        aws.change(settings -> settings.withFail(new Fail("token", 0, "cut", 1)));

        assertIsToBeTriedAgain(site().get(callback, browser));
        assertThat(site().get(callback, browser).statusCode()).isEqualTo(400);
        assertThat(aws.calls()).containsEntry("token", 2);
    }

    @Test
    @Tag("S-09")
    void aSlowTokenEndpointIsNotWaitedForForever() throws Exception {
        String callback = site().callback("demo", site().begin(browser));
        aws.change(settings -> settings.withLatencyMillis(4_000));

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
        assertThat(page.body()).contains("URL=" + home + SignInSite.SIGN_OUT_CALLBACK + "\"");
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(SignInSite.location(done)).isEqualTo(home);
        assertThat(browser.header()).isEmpty();
        assertThat(site().get(SignInSite.SIGN_OUT_CALLBACK, browser).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 400, 500})
    @Tag("S-14")
    void aRevocationThatFailsSignsOutAllTheSame(int status) throws Exception {
        site().signIn("demo", browser);
        aws.change(settings -> settings.withFail(new Fail("revoke", status, "invalid_client", 9)));

        HttpResponse<String> answer = site().get(SignInSite.SIGN_OUT, browser);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(browser.header()).doesNotContain(session);
        assertThat(site().me(browser)).isEqualTo(401);
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
}
