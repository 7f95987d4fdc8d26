package org.amplifyjakarta.it.signin;

import static org.amplifyjakarta.it.signin.SignInSite.query;
import static org.amplifyjakarta.it.support.SampleClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings;
import org.amplifyjakarta.it.localaws.TokenAnswer;
import org.amplifyjakarta.it.signin.PersonsBrowser.Page;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.ServerAddress;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in and out by the routes, as a person does, wherever the session is kept. */
@ExtendWith(ArquillianExtension.class)
abstract class SignInSuite {

    private final PersonsBrowser person = new PersonsBrowser();

    @ArquillianResource
    private URL base;

    final LocalAws aws;

    /** What the names of the session's cookies begin with. */
    final String session;

    private final String application = ServerAddress.origin() + "/" + getClass().getSimpleName() + "/";

    SignInSuite(LocalAws aws, String session) {
        this.aws = aws;
        this.session = session;
    }

    @BeforeEach
    void reset() {
        aws.answerTokens(TokenAnswer.USUAL);
        aws.change(settings -> Settings.DEFAULTS);
        aws.forgetCalls();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "bob+test@example.com", "Zoë Q (test)"})
    @Tag("S-14")
    void aPersonSignsInAndOut(String username) throws Exception {
        Page callback = signIn(username, application + SignInSite.SIGN_IN);
        Page home = person.goOn(callback);

        assertThat(callback.status()).isEqualTo(200);
        assertThat(callback.address().getPath()).endsWith(SignInSite.CALLBACK);
        assertThat(home.address()).hasToString(application);
        assertThat(home.status()).isEqualTo(200);
        assertThat(me().text()).contains("\"username\":\"" + username + "\"");

        Page back = person.open(application + SignInSite.SIGN_OUT);
        Page out = person.goOn(back);

        assertThat(back.status()).isEqualTo(200);
        assertThat(back.times("/logout")).isEqualTo(1);
        assertThat(out.address()).hasToString(application);
        assertThat(out.times(SignInSite.SIGN_OUT_CALLBACK)).isEqualTo(1);
        assertThat(isSignedIn()).isFalse();
        assertThat(person.names("/")).isEmpty();
        assertThat(aws.calls())
                .containsEntry("token", 1)
                .containsEntry("revoke", 1)
                .containsEntry("logout", 1);
    }

    @Test
    void managedLoginKnowsThePersonUntilTheSignOut() throws Exception {
        signIn("demo", application + SignInSite.SIGN_IN);
        person.forget("/");
        Page account = person.goOn(person.open(
                application + SignInSite.SIGN_IN + "?returnTo=/" + getClass().getSimpleName() + "/account"));
        person.goOn(person.open(application + SignInSite.SIGN_OUT));
        Page again = person.open(application + SignInSite.SIGN_IN);

        assertThat(account.status()).isEqualTo(200);
        assertThat(again.address().getPath()).isEqualTo("/login");
    }

    @Test
    void theWayGoesOnToWhereThePersonWanted() throws Exception {
        Page callback = signIn(
                "demo",
                application + SignInSite.SIGN_IN + "?returnTo=%2F" + getClass().getSimpleName() + "%2Faccount%3Fa%3Db");
        Page account = person.goOn(callback);

        assertThat(account.address()).hasToString(application + "account?a=b");
        assertThat(account.text()).contains("<dd id=\"username\">demo</dd>");
    }

    /** Without a page of the site's own in between a browser would keep the session's cookies to itself. */
    @Test
    void theHandoverIsNeededForStrictCookies() throws Exception {
        Page callback = signIn("demo", application + SignInSite.SIGN_IN);
        Page fromOutside = person.follow(loginPage(), application + "account");

        assertThat(person.names("/")).as("kept, and not sent").isNotEmpty();
        assertThat(fromOutside.address().getPath()).as("sent to sign in").endsWith("/sign-in");
        assertThat(person.follow(callback, application + "account").address().getPath())
                .endsWith("/account");
    }

    @Test
    void whoIsSignedInGoesOnAtOnceWithoutACall() throws Exception {
        signIn("demo", application + SignInSite.SIGN_IN);
        aws.forgetCalls();

        Page home = person.open(application + SignInSite.SIGN_IN);
        Page account = person.open(
                application + "api/auth/sign-up?returnTo=/" + getClass().getSimpleName() + "/account");

        assertThat(home.passed())
                .extracting(URI::toString)
                .containsExactly(application + "api/auth/sign-in", application);
        assertThat(account.address()).hasToString(application + "account");
        assertThat(aws.calls().keySet())
                .as("nothing but what the pages show")
                .isSubsetOf("graphql", "GetUser", "GetId", "GetCredentialsForIdentity");
    }

    @Test
    void aNewPersonSignsUp() throws Exception {
        Page form = person.open(application + "api/auth/sign-up");
        Page callback = person.submit(
                form, Map.of("username", "newcomer", "email", "new@example.com", "password", "N3w-passw0rd"));

        assertThat(form.address().getPath()).isEqualTo("/signup");
        assertThat(person.goOn(callback).status()).isEqualTo(200);
        assertThat(me().text()).contains("\"username\":\"newcomer\"");
    }

    @Test
    @Tag("S-05")
    void aPersonComesByGoogle() throws Exception {
        Page form = person.open(application + SignInSite.SIGN_IN + "?provider=google");
        Page callback = person.submit(form, Map.of("name", "Maria"));

        assertThat(form.address().getPath()).isEqualTo("/google/login");
        assertThat(callback.status()).isEqualTo(200);
        person.goOn(callback);
        assertThat(me().text()).contains("\"username\":\"google_");
    }

    @ParameterizedTest
    @CsvSource({
        "google, Google",
        "GOOGLE, Google",
        "facebook, Facebook",
        "amazon, LoginWithAmazon",
        "aPPLE, SignInWithApple",
        "My-SAML, My-SAML"
    })
    void providersHaveTheNamesOfAmplify(String asked, String sent) throws Exception {
        HttpResponse<String> answer = site().get(SignInSite.SIGN_IN + "?provider=" + asked, BrowserCookies.ofGuest());

        assertThat(query(SignInSite.location(answer))).containsEntry("identity_provider", sent);
    }

    @Test
    void managedLoginIsAskedAsAmplifyDoesAndForANonceBesides() throws Exception {
        URI authorize = site().begin(BrowserCookies.ofGuest());

        assertThat(authorize.toString()).startsWith(aws.url() + "/oauth2/authorize?redirect_uri=");
        assertThat(query(authorize.toString()))
                .containsOnlyKeys(
                        "redirect_uri",
                        "response_type",
                        "client_id",
                        "scope",
                        "state",
                        "code_challenge",
                        "code_challenge_method",
                        "nonce")
                .containsEntry("redirect_uri", application + SignInSite.CALLBACK)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "localclient000000000000001")
                .containsEntry("scope", "openid email profile aws.cognito.signin.user.admin")
                .containsEntry("code_challenge_method", "S256");
    }

    @Test
    void hintsGoAlongAndNothingElse() throws Exception {
        String asked = "?lang=de&login_hint=a%2Bb%40c.example&prompt=login&resource=https%3A%2F%2Fapi.example"
                + "&redirect_uri=https%3A%2F%2Fevil.example&client_id=x&scope=openid&nonce=n&state=s&foo=bar";

        Map<String, String> sent =
                query(SignInSite.location(site().get(SignInSite.SIGN_IN + asked, BrowserCookies.ofGuest())));

        assertThat(sent)
                .containsEntry("lang", "de")
                .containsEntry("login_hint", "a+b@c.example")
                .containsEntry("prompt", "login")
                .containsEntry("resource", "https://api.example")
                .containsEntry("redirect_uri", application + SignInSite.CALLBACK)
                .containsEntry("client_id", "localclient000000000000001")
                .doesNotContainEntry("nonce", "n")
                .doesNotContainEntry("state", "s")
                .doesNotContainKeys("foo", "identity_provider")
                .hasSize(12);
    }

    @Test
    void theCookieOfAFlowComesBackFromAnotherSite() throws Exception {
        HttpResponse<String> answer = site().get(SignInSite.SIGN_IN, BrowserCookies.ofGuest());

        String state = query(SignInSite.location(answer)).getOrDefault("state", "");
        assertThat(answer.headers().allValues("Set-Cookie")).singleElement().satisfies(line -> {
            assertThat(line).startsWith(SignInSite.FLOW + state.substring(0, 8) + "=");
            assertThat(attributes(line)).isEqualTo("Path=/; Max-Age=300; HttpOnly; SameSite=Lax");
        });
    }

    @Test
    void theFlowIsForgottenWhenItIsOver() throws Exception {
        BrowserCookies cookies = BrowserCookies.ofGuest();

        site().signIn("demo", cookies);

        assertThat(cookies.header()).doesNotContain(SignInSite.FLOW);
    }

    @Test
    void theCookiesOfASignOutAreThoseOfAmplify() throws Exception {
        HttpResponse<String> answer = site().get(SignInSite.SIGN_OUT, BrowserCookies.ofGuest());

        assertThat(SignInSite.location(answer))
                .isEqualTo(aws.url() + "/logout?client_id=localclient000000000000001&logout_uri="
                        + (application + SignInSite.SIGN_OUT_CALLBACK)
                                .replace(":", "%3A")
                                .replace("/", "%2F"));
        assertThat(SignInSite.kept(answer))
                .allMatch(line -> attributes(line).equals("Path=/; Max-Age=300; HttpOnly; SameSite=Lax"))
                .extracting(line -> line.split(";")[0])
                .containsExactly(SignInSite.SIGNING_OUT + "=true", SignInSite.REDIRECTING + "=true");
    }

    @Test
    void aFormSignsOutToo() throws Exception {
        Page home = person.goOn(signIn("demo", application + SignInSite.SIGN_IN));

        Page out = person.goOn(person.post(home, "api/auth/sign-out", Map.of()));

        assertThat(out.status()).isEqualTo(200);
        assertThat(isSignedIn()).isFalse();
        assertThat(aws.calls()).containsEntry("revoke", 1);
    }

    @Test
    @Tag("S-15")
    void oldCookiesServeNobodyAfterASignOut() throws Exception {
        BrowserCookies cookies = BrowserCookies.ofGuest();
        site().signIn("demo", cookies);
        BrowserCookies copy = BrowserCookies.ofGuest();
        copy.take(cookieLines(cookies));
        site().get(SignInSite.SIGN_OUT, cookies);
        aws.forgetCalls();

        assertThat(cookies.header()).doesNotContain(session);
        assertThat(site().me(copy)).isEqualTo(401);
        assertThat(json(site().get("api/session?forceRefresh=true", copy)).getBoolean("signedIn"))
                .isFalse();
        assertThat(aws.calls()).doesNotContainKey("GetTokensFromRefreshToken");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRefreshKeepsTheCookiesFromScripts(boolean rotate) throws Exception {
        aws.change(settings -> settings.withRotation(rotate));
        BrowserCookies cookies = BrowserCookies.ofGuest();
        site().signIn("demo", cookies);
        aws.forgetCalls();

        HttpResponse<String> answer = site().get("api/session?forceRefresh=true", cookies);

        assertThat(json(answer).getBoolean("signedIn")).isTrue();
        assertThat(aws.calls()).containsEntry("GetTokensFromRefreshToken", 1);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(line -> line.contains("; HttpOnly; SameSite=Strict"));
        assertThat(json(site().get("api/session?forceRefresh=true", cookies)).getBoolean("signedIn"))
                .as("with what the refresh brought")
                .isTrue();
        assertThat(aws.calls()).containsEntry("GetTokensFromRefreshToken", 2);
    }

    @Test
    @Tag("S-15")
    void nothingOfTheRoutesIsStored() throws Exception {
        BrowserCookies cookies = BrowserCookies.ofGuest();
        HttpResponse<String> begun = site().get(SignInSite.SIGN_IN, cookies);
        HttpResponse<String> done =
                site().get(site().callback("demo", URI.create(SignInSite.location(begun))), cookies);
        HttpResponse<String> out = site().get(SignInSite.SIGN_OUT, cookies);
        HttpResponse<String> page = site().get(SignInSite.SIGN_OUT_CALLBACK, cookies);

        for (HttpResponse<String> answer : List.of(begun, done, out, page)) {
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        }
    }

    private Page loginPage() throws Exception {
        return person.open(aws.url() + "/login?client_id=x");
    }

    /** Goes to a sign-in route and through the form. */
    private Page signIn(String username, String address) throws Exception {
        Page form = person.open(address);
        assertThat(form.address().getPath()).isEqualTo("/login");
        return person.submit(form, Map.of("username", username, "password", "Passw0rd!"));
    }

    private Page me() throws Exception {
        return person.open(application + "api/me");
    }

    private boolean isSignedIn() throws Exception {
        return me().address().getPath().endsWith("/api/me");
    }

    final SignInSite site() {
        return new SignInSite(aws, base);
    }

    private static List<String> cookieLines(BrowserCookies cookies) {
        return List.of(cookies.header().split("; "));
    }

    static String attributes(String line) {
        return line.substring(line.indexOf("; ") + 2).replaceFirst("Expires=[^;]*; ", "");
    }
}
