package org.amplifyjakarta.it.signin;

import static org.amplifyjakarta.it.signin.SignInSite.query;
import static org.amplifyjakarta.it.support.SampleClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.TokenAnswer;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.ServerLog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes, states, flows and tokens that are not what they seem, wherever the session is kept. */
abstract class SignInAttacksSuite extends SignInAnswersSuite {

    SignInAttacksSuite(LocalAws aws, String session) {
        super(aws, session);
    }

    @Test
    @Tag("S-01")
    void nobodyIsSignedInByTheCallbackOfSomebodyElse() throws Exception {
        String attackers = site().callback("admin", site().begin(BrowserCookies.ofGuest()));
        site().begin(browser);

        HttpResponse<String> answer = site().get(attackers, browser);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(aws.calls()).doesNotContainKey("token");
    }

    @Test
    @Tag("S-02")
    void aCallbackThatComesTwiceAtOnceIsExchangedOnce() throws Exception {
        aws.change(settings -> settings.withLatencyMillis(200));
        String callback = site().callback("demo", site().begin(browser));
        String cookies = browser.header();
        Callable<HttpResponse<String>> visit = () -> site().get(callback, BrowserCookies.ofGuest(), "Cookie", cookies);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<HttpResponse<String>> answer : threads.invokeAll(Collections.nCopies(8, visit))) {
                BrowserCookies own = BrowserCookies.ofGuest();
                own.take(SignInSite.kept(answer.get()));
                assertThat(answer.get().statusCode()).isEqualTo(200);
                assertThat(site().me(own)).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(aws.calls()).containsEntry("token", 1);
    }

    @Test
    @Tag("S-02")
    void aReloadAfterwardsIsNoFailureAndAsksNobody() throws Exception {
        String callback = site().callback("demo", site().begin(browser));
        site().get(callback, browser);

        HttpResponse<String> again = site().get(callback, browser);

        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(aws.calls()).containsEntry("token", 1);
        assertThat(site().me(browser)).isEqualTo(200);
    }

    @Test
    @Tag("S-03")
    void twoTabsSignInWithoutDisturbingOneAnother() throws Exception {
        URI first = site().begin(browser);
        URI second = site().begin(browser);

        assertThat(site().get(site().callback("demo", second), browser).statusCode())
                .isEqualTo(200);
        assertThat(site().get(site().callback("demo", first), browser).statusCode())
                .isEqualTo(200);
        assertThat(browser.header()).doesNotContain(SignInSite.FLOW);
    }

    @Test
    @Tag("S-03")
    void aCodeWithTheStateOfTheOtherTabFailsThatTabAlone() throws Exception {
        URI first = site().begin(browser);
        URI second = site().begin(browser);
        String swapped = withCode(site().callback("demo", first), site().callback("demo", second));

        assertThat(site().get(swapped, browser).statusCode()).isEqualTo(400);
        assertThat(browser.header()).doesNotContain(session);
        assertThat(site().get(site().callback("demo", second), browser).statusCode())
                .isEqualTo(200);
    }

    @Test
    @Tag("S-04")
    void aStolenCodeServesNobody() throws Exception {
        String victims = site().callback("admin", site().begin(BrowserCookies.ofGuest()));
        String own = site().callback("demo", site().begin(browser));

        HttpResponse<String> answer = site().get(withCode(own, victims), browser);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).getString("error")).isEqualTo("invalid_grant");
        assertThat(browser.header()).isEmpty();
    }

    @Test
    @Tag("S-06")
    void theIssuerOfAnAnswerIsChecked() throws Exception {
        String callback = site().callback("demo", site().begin(browser));
        HttpResponse<String> other = site().get(callback + "&iss=https%3A%2F%2Fevil.example", browser);
        String next = site().callback("demo", site().begin(browser));
        HttpResponse<String> own =
                site().get(next + "&iss=" + URLEncoder.encode(aws.issuerUri(), StandardCharsets.UTF_8), browser);

        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(json(other).getString("error")).isEqualTo("InvalidIssuer");
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(aws.calls()).containsEntry("token", 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = TokenAnswer.class,
            names = {"OTHER_NONCE", "OTHER_USER", "OTHER_CLIENT", "UNKNOWN_KEY", "NO_ID_TOKEN"})
    @Tag("S-05")
    @Tag("S-10")
    void tokensThatAreNotOursAreNotStored(TokenAnswer tokens) throws Exception {
        aws.answerTokens(tokens);

        HttpResponse<String> answer = site().signIn("demo", browser);

        assertThat(answer.statusCode())
                .isEqualTo(tokens == TokenAnswer.OTHER_NONCE || tokens == TokenAnswer.OTHER_USER ? 400 : 502);
        assertThat(json(answer).getString("error")).isEqualTo("SignInException");
        assertThat(SignInSite.kept(answer)).isEmpty();
        assertThat(browser.header()).isEmpty();
    }

    /** Cognito leaves a nonce of its own in a federated user's id token where none was sent, and none in any other's. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("S-05")
    void anAnswerToARequestWithoutOurNonceIsRefused(boolean federated) throws Exception {
        String asked = site().begin(browser).getRawQuery().replaceFirst("&nonce=[^&]*", "");
        URI callback = federated ? aws.authorizeFederated("Maria", asked) : aws.authorize("demo", asked);

        HttpResponse<String> answer = site().get(SignInSite.CALLBACK + "?" + callback.getRawQuery(), browser);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(browser.header()).isEmpty();
    }

    @Test
    @Tag("S-10")
    void aSessionWithoutARefreshTokenIsOneAndHoldsNoUndefined() throws Exception {
        aws.answerTokens(TokenAnswer.NO_REFRESH_TOKEN);

        HttpResponse<String> answer = site().signIn("demo", browser);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(browser.header()).doesNotContain("refreshToken", "undefined");
        assertThat(site().me(browser)).isEqualTo(200);
    }

    /** Parts: state, verifier, nonce, second begun, client id, returnTo, custom state. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx:400",
                "1::502",
                "2:another:400",
                "2::400",
                "3:0:400",
                "3:-9223372036854775808:302",
                "3:9223372036854775807:302",
                "3:31556889864403199:400",
                "3:-31557014167219200:400",
                "3:x:302",
                "4:b3RoZXI:400",
                "4::400",
                "5:!!!:302",
                "5:Ly9ldmls:200",
                "0:another:302"
            })
    @Tag("S-11")
    void aFlowThatWasChangedLeadsNowhere(String change) throws Exception {
        String callback = site().callback("demo", site().begin(browser));
        String[] cookie = browser.header().split("=", 2);
        String[] parts = cookie[1].split("\\.", -1);
        String[] to = change.split(":", -1);
        parts[Integer.parseInt(to[0])] = to[1];

        HttpResponse<String> answer =
                site().get(callback, BrowserCookies.ofGuest().with(cookie[0], String.join(".", parts)));

        assertThat(answer.statusCode()).isEqualTo(Integer.parseInt(to[2]));
        assertThat(answer.body() + SignInSite.location(answer)).doesNotContain("evil");
        if (answer.statusCode() != 200) {
            assertThat(SignInSite.kept(answer)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "......", "a.b.c", "%00", "\"", "é", "a.b.c.d.e.f.g.h"})
    @Tag("S-11")
    void junkInPlaceOfAFlowIsNoFlow(String junk) throws Exception {
        BrowserCookies planted = BrowserCookies.ofGuest().with(SignInSite.FLOW + "abcdefgh", junk);

        assertThat(site().get(SignInSite.CALLBACK + "?code=a&state=b", planted).statusCode())
                .isEqualTo(302);
        assertThat(site().get(SignInSite.SIGN_IN, planted).statusCode()).isEqualTo(302);
    }

    @Test
    @Tag("S-11")
    void theNewestEightOfTwoHundredFlowsAreKept() throws Exception {
        List<URI> begun = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            begun.add(site().begin(browser));
        }

        assertThat(browser.header().split(SignInSite.FLOW, -1)).hasSize(8 + 1);
        assertThat(site().get(site().callback("demo", begun.get(199)), browser).statusCode())
                .isEqualTo(200);
    }

    @Test
    @Tag("S-11")
    void twoHundredFlowsAtOnceAreCutToEight() throws Exception {
        for (int i = 0; i < 100; i++) {
            BrowserCookies tab = BrowserCookies.ofGuest();
            site().begin(tab);
            browser.take(List.of(tab.header()));
        }

        site().begin(browser);

        assertThat(browser.header().split(SignInSite.FLOW, -1)).hasSize(8 + 1);
    }

    @Test
    @Tag("C-15")
    void aSessionThatWasPlantedIsReplaced() throws Exception {
        String callback = site().callback("demo", site().begin(browser));
        BrowserCookies attackers = BrowserCookies.ofGuest();
        site().signIn("admin", attackers);
        List<String> planted = sessionOf(attackers);
        browser.take(planted);

        site().get(callback, browser);

        assertThat(sessionOf(browser)).isNotEmpty().doesNotContainAnyElementsOf(planted);
        assertThat(json(site().get("api/me", browser)).getString("username")).isEqualTo("demo");
        assertThat(site().get("api/me", attackers).body()).doesNotContain("demo");
    }

    @Test
    @Tag("R-16")
    void nothingSecretIsLoggedOrShown() throws Exception {
        List<String> secrets = new ArrayList<>();
        StringBuilder shown = new StringBuilder();
        for (TokenAnswer tokens : new TokenAnswer[] {TokenAnswer.USUAL, TokenAnswer.OTHER_NONCE, TokenAnswer.HTML}) {
            aws.answerTokens(tokens);
            BrowserCookies cookies = BrowserCookies.ofGuest();
            URI authorize = site().begin(cookies);
            String callback = site().callback("demo", authorize);
            secrets.addAll(query(callback).values());
            secrets.add(query(authorize.toString()).getOrDefault("nonce", ""));
            secrets.add(cookies.header().split("\\.")[5]);
            shown.append(site().get(callback, cookies).body());
            sessionOf(cookies).stream()
                    .filter(pair -> !pair.contains("LastAuthUser"))
                    .map(pair -> pair.substring(pair.indexOf('=') + 1))
                    .forEach(secrets::add);
            shown.append(site().get(SignInSite.SIGN_OUT, cookies).body());
            shown.append(site().get(SignInSite.SIGN_OUT_CALLBACK, cookies).body());
        }

        assertThat(secrets).hasSizeGreaterThan(12).allMatch(secret -> secret.length() >= 32);
        assertThat(secrets).noneMatch(shown.toString()::contains);
        assertThat(secrets).noneMatch(ServerLog.text()::contains);
    }

    /** A name that long is refused, and nothing becomes of it. */
    final void assertIsTooLarge(int name) throws Exception {
        BrowserCookies before = BrowserCookies.ofGuest();
        site().signIn("admin", before);

        HttpResponse<String> answer = signInNamed(name, before);

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(json(answer).getString("error")).isEqualTo("CookieTooLarge");
        assertThat(browser.header()).as("the session before is left as it was").isEqualTo(before.header());
    }

    /** A name that long is kept, in cookies that browsers keep. */
    final void assertIsKept(int name) throws Exception {
        HttpResponse<String> answer = signInNamed(name, BrowserCookies.ofGuest());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(SignInSite.kept(answer)).isNotEmpty().allMatch(line -> line.split(";")[0].length() <= 4_096);
        assertThat(site().me(browser)).isEqualTo(200);
    }

    /** Signs in who has a name of that many characters, in a browser that got other cookies on the way. */
    private HttpResponse<String> signInNamed(int characters, BrowserCookies more) throws Exception {
        URI callback = aws.authorizeFederated(
                "n".repeat(characters), site().begin(browser).getRawQuery());
        browser.take(pairs(more));
        return site().get(SignInSite.CALLBACK + "?" + callback.getRawQuery(), browser);
    }

    private List<String> sessionOf(BrowserCookies cookies) {
        return pairs(cookies).stream().filter(pair -> pair.startsWith(session)).toList();
    }

    private static List<String> pairs(BrowserCookies cookies) {
        return cookies.header().isEmpty() ? List.of() : List.of(cookies.header().split("; "));
    }

    private static String withCode(String callback, String other) {
        return callback.replace(
                query(callback).getOrDefault("code", ""), query(other).getOrDefault("code", ""));
    }
}
