package org.amplifyjakarta.it.localaws;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Managed login as a browser meets it. */
class ManagedLoginTest {

    private static final Map<String, String> DEMO = Map.of("username", "demo", "password", "Passw0rd!");

    private final LocalAws aws = LocalAws.start(0);
    private final LoginApp app = LoginApp.of(aws);
    private final LoginBrowser browser = new LoginBrowser();

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void aPersonSignsInByTheFormAndTheAppHasTheTokens() throws Exception {
        HttpResponse<String> page = browser.open(app.authorizeUrl(app.asking()));
        HttpResponse<String> back = browser.submit(page, DEMO);

        assertThat(page.uri().getPath()).isEqualTo("/login");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(LoginBrowser.location(back)).startsWith(LoginApp.CALLBACK + "?");
        assertThat(LoginBrowser.query(back).values()).containsOnlyKeys("code", "state");
        assertThat(LoginBrowser.query(back).required("state")).isEqualTo("a state/ü?&=+");
        JsonObject tokens = app.token(app.exchanging(LoginBrowser.query(back).required("code")));
        assertThat(LoginApp.claims(tokens, "access_token").getClaim("username")).isEqualTo("demo");
        assertThat(app.getUser(tokens).getString("Username")).isEqualTo("demo");
    }

    @Test
    void aWrongPasswordAndAnUnknownUserSeeTheSame() throws Exception {
        HttpResponse<String> page = browser.open(app.authorizeUrl(app.asking()));

        String wrong = browser.submit(page, Map.of("username", "demo", "password", "wrong"))
                .body();
        String unknown = browser.submit(page, Map.of("username", "nobody", "password", "wrong"))
                .body();

        assertThat(wrong).contains("Incorrect username or password.");
        assertThat(wrong.replace("\"demo\"", "\"nobody\"")).isEqualTo(unknown);
    }

    @ParameterizedTest
    @CsvSource({"/login", "/signup", "/google/login"})
    void aFormOfAnotherBrowserIsRefused(String path) throws Exception {
        HttpResponse<String> page = browser.get(app.asking().appendedTo(aws.url() + path));

        HttpResponse<String> forged = new LoginBrowser().submit(page, Map.of("username", "demo", "name", "demo"));

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("The form has expired");
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, '', invalid_request",
        "response_type, id_token, invalid_request",
        "response_type, token, unauthorized_client",
        "code_challenge, '', invalid_request",
        "code_challenge, short, invalid_request",
        "code_challenge_method, '', invalid_request",
        "code_challenge_method, plain, invalid_request",
        "scope, openid admin, invalid_scope",
        "scope, email, invalid_scope",
        "identity_provider, Unknown, invalid_request",
        "idp_identifier, google.com, invalid_request",
        "prompt, maybe, invalid_request",
        "prompt, none, login_required"
    })
    void aRequestThatIsRefusedGoesBackToTheAppWithItsState(String name, String value, String error) throws Exception {
        HttpResponse<String> back = browser.get(app.authorizeUrl(app.asking().with(name, value)));

        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(LoginBrowser.location(back)).startsWith(LoginApp.CALLBACK + "?");
        assertThat(LoginBrowser.query(back).values())
                .containsOnlyKeys("error", "error_description", "state")
                .containsEntry("error", error)
                .containsEntry("state", "a state/ü?&=+");
    }

    @ParameterizedTest
    @CsvSource({
        "redirect_uri, https://evil.example/",
        "redirect_uri, http://localhost:8080/api/auth/sign-in-callback/",
        "redirect_uri, HTTP://localhost:8080/api/auth/sign-in-callback",
        "redirect_uri, ''",
        "client_id, unknown"
    })
    void nobodyIsRedirectedToWhatIsNotRegistered(String name, String value) throws Exception {
        for (String path : List.of("/oauth2/authorize", "/login", "/signup", "/google/login")) {
            HttpResponse<String> page =
                    browser.get(app.asking().with(name, value).appendedTo(aws.url() + path));

            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(LoginBrowser.location(page)).isEmpty();
        }
    }

    @Test
    void hostileValuesAreTextInThePages() throws Exception {
        String hostile = "\"'><script>alert(1)</script>";

        String form = browser.open(app.authorizeUrl(app.asking()
                        .with("login_hint", hostile)
                        .with("lang", hostile)
                        .with("state", hostile)))
                .body();
        String error = browser.get(app.authorizeUrl(app.asking().with("redirect_uri", hostile)))
                .body();

        assertThat(form).doesNotContain("<script").doesNotContain("'>");
        assertThat(LoginBrowser.fields(form).required("username")).isEqualTo(hostile);
        assertThat(error).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void whoIsSignedInNeedsNoFormUntilTheAppAsksForOne() throws Exception {
        String url = app.authorizeUrl(app.asking());
        browser.submit(browser.open(url), DEMO);

        HttpResponse<String> again = browser.get(url);
        HttpResponse<String> silent = browser.get(app.authorizeUrl(app.asking().with("prompt", "none")));
        HttpResponse<String> asked = browser.get(app.authorizeUrl(app.asking().with("prompt", "login")));

        assertThat(LoginBrowser.query(again).values()).containsKeys("code", "state");
        assertThat(LoginBrowser.query(silent).values()).containsKeys("code", "state");
        assertThat(LoginBrowser.location(asked)).startsWith(aws.url() + "/login?");
    }

    @Test
    void logoutEndsTheSessionAndGoesToTheApp() throws Exception {
        String url = app.authorizeUrl(app.asking());
        browser.submit(browser.open(url), DEMO);
        Form query = Form.of("client_id=" + AppClient.WITHOUT_SECRET.id());

        HttpResponse<String> elsewhere =
                browser.get(query.with("logout_uri", "https://evil.example/").appendedTo(aws.url() + "/logout"));
        HttpResponse<String> stillSignedIn = browser.get(url);
        HttpResponse<String> out =
                browser.get(query.with("logout_uri", LoginApp.LOGGED_OUT).appendedTo(aws.url() + "/logout"));

        assertThat(elsewhere.statusCode()).isEqualTo(400);
        assertThat(LoginBrowser.query(stillSignedIn).values()).containsKey("code");
        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(LoginBrowser.location(out)).isEqualTo(LoginApp.LOGGED_OUT);
        assertThat(LoginBrowser.location(browser.get(url))).contains("/login?");
    }

    @Test
    void logoutCanLeadToAnotherSignIn() throws Exception {
        browser.submit(browser.open(app.authorizeUrl(app.asking())), DEMO);

        HttpResponse<String> page = browser.open(app.asking().appendedTo(aws.url() + "/logout"));

        assertThat(page.uri().getPath()).isEqualTo("/login");
        assertThat(LoginBrowser.query(browser.submit(page, DEMO)).values()).containsKey("code");
    }

    @Test
    void whoseSignInNeedsMoreThanThePasswordIsNotSignedIn() throws Exception {
        HttpResponse<String> page = browser.get(app.asking().appendedTo(aws.url() + "/login"));
        LocalUser ann = LocalUser.of("ann", "Passw0rd!");
        Map<String, String> fields = Map.of("username", "ann", "password", "Passw0rd!");

        for (LocalUser user : List.of(
                ann.unconfirmed(),
                ann.withPasswordToReset(),
                ann.withTemporaryPassword(),
                ann.with(Factor.EMAIL_OTP))) {
            aws.add(user);
            HttpResponse<String> again = browser.submit(page, fields);

            assertThat(again.statusCode()).isEqualTo(400);
            assertThat(again.body()).contains("role=\"alert\"");
        }
    }

    @Test
    void aPersonSignsUpAndIsSignedIn() throws Exception {
        HttpResponse<String> page = browser.get(app.asking().appendedTo(aws.url() + "/signup"));
        Map<String, String> fields =
                Map.of("username", "new-user", "email", "new@example.com", "password", "N3w-password");

        HttpResponse<String> back = browser.submit(page, fields);

        JsonObject tokens = app.token(app.exchanging(LoginBrowser.query(back).required("code")));
        assertThat(LoginApp.claims(tokens, "id_token").getClaim("email")).isEqualTo("new@example.com");
        assertThat(app.getUser(tokens).getString("Username")).isEqualTo("new-user");
        assertThat(new LoginBrowser().submit(page, fields).statusCode()).isEqualTo(403);
        assertThat(browser.submit(page, fields).body()).contains("User already exists");
    }

    @ParameterizedTest
    @CsvSource({
        "demo, a@example.com, N3w-password, User already exists",
        "new user, a@example.com, N3w-password, Choose another username",
        "google_1, a@example.com, N3w-password, Choose another username",
        "new-user, a, N3w-password, Invalid email",
        "new-user, a@example.com, password, Password did not conform"
    })
    void aSignUpThatBreaksARuleIsToldWhich(String username, String email, String password, String problem)
            throws Exception {
        HttpResponse<String> page = browser.get(app.asking().appendedTo(aws.url() + "/signup"));

        HttpResponse<String> again =
                browser.submit(page, Map.of("username", username, "email", email, "password", password));

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains(problem);
        assertThat(LoginBrowser.fields(again.body()).required("email")).isEqualTo(email);
        assertThat(LoginBrowser.fields(again.body()).text("password")).isEmpty();
    }

    @Test
    void aUserOfGoogleHasANonceThatNobodySent() throws Exception {
        JsonObject tokens = google(app.asking());

        JWTClaimsSet id = LoginApp.claims(tokens, "id_token");
        String username = id.getStringClaim("cognito:username");
        assertThat(id.getStringClaim("nonce")).hasSize(43);
        assertThat(username).matches("google_\\d{21}");
        assertThat(id.getListClaim("identities")).hasSize(1);
        assertThat(id.getStringClaim("email")).isEqualTo("ada@example.com");
        assertThat(LoginApp.claims(tokens, "access_token").getClaim("username")).isEqualTo(username);
        assertThat(app.getUser(tokens).getString("Username")).isEqualTo(username);
        // as with Cognito, where the nonce comes of the way by Google
        HttpResponse<String> again = browser.get(app.authorizeUrl(app.asking()));
        JsonObject bySession =
                app.token(app.exchanging(LoginBrowser.query(again).required("code")));
        assertThat(LoginApp.claims(bySession, "id_token").getClaim("nonce")).isNull();
    }

    @Test
    void aUserOfGoogleHasTheNonceThatTheAppSent() throws Exception {
        JsonObject tokens = google(app.asking().with("nonce", "the-app's"));

        assertThat(LoginApp.claims(tokens, "id_token").getClaim("nonce")).isEqualTo("the-app's");
    }

    @Test
    void callsAreCountedAndFailAsTold() throws Exception {
        browser.open(app.authorizeUrl(app.asking()));
        assertThat(aws.calls()).isEqualTo(Map.of("authorize", 1, "login", 1));

        aws.change(settings -> settings.withFail(new Settings.Fail("login", 503, "Unavailable", 1)));

        HttpResponse<String> page = browser.open(app.authorizeUrl(app.asking()));
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("Unavailable");
        assertThat(browser.open(app.authorizeUrl(app.asking())).statusCode()).isEqualTo(200);
    }

    @Test
    void discoveryNamesTheEndpoints() throws Exception {
        JsonObject configuration = LoginApp.json(browser.get(aws.issuerUri() + "/.well-known/openid-configuration")
                .body());
        JsonObject info = LoginApp.json(browser.get(aws.url() + "/_local/info").body());

        assertThat(configuration.getString("authorization_endpoint")).isEqualTo(aws.url() + "/oauth2/authorize");
        assertThat(configuration.getString("token_endpoint")).isEqualTo(aws.url() + "/oauth2/token");
        assertThat(info.getJsonObject("managedLogin").getString("domain")).isEqualTo(aws.managedLoginDomain());
        assertThat(info.getJsonObject("managedLogin")
                        .getJsonArray("callbackUrls")
                        .getString(0))
                .isEqualTo(LoginApp.CALLBACK);
    }

    private JsonObject google(Form asked) throws Exception {
        HttpResponse<String> page = browser.open(app.authorizeUrl(asked.with("identity_provider", "Google")));
        assertThat(page.uri().getPath()).isEqualTo("/google/login");
        HttpResponse<String> back = browser.submit(page, Map.of("name", "ada@example.com"));
        return app.token(app.exchanging(LoginBrowser.query(back).required("code")));
    }
}
