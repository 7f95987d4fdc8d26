package org.amplifyjakarta.it.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.config.ConfigKey;
import org.amplifyjakarta.it.signin.PeerBrowser.Arrival;
import org.amplifyjakarta.signin.RouteAnswer;
import org.amplifyjakarta.token.IdToken;
import org.amplifyjakarta.token.SessionEvent;
import org.amplifyjakarta.token.Tokens;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The sign-in routes at a strict authorization server that is not ours: what they send is judged by it. */
class SpringAuthorizationServerTest {

    private static final Map<String, String> ADA = Map.of("username", SpringPeer.USER, "password", SpringPeer.PASSWORD);
    private static final String FLOW = "__Host-com.amplify.server_auth.flow.";
    private static final int VERIFIER = 1;
    private static final int NONCE = 2;

    @AutoClose
    private static final SpringPeer PEER = SpringPeer.start();

    @AutoClose
    private final PeerApplication app = PeerApplication.of(PEER, PeerClient.CONFIDENTIAL);

    private final PeerBrowser browser = new PeerBrowser();

    @Test
    void aUserSignsInAtThePeersFormAndTheTokensInTheCookiesVerify() throws Exception {
        String asked = app.signInAddress();
        Arrival form = browser.open(asked);
        URI back = browser.submit(form, ADA).left();
        RouteAnswer answer = app.get(back);

        assertThat(form.address().getPath()).isEqualTo("/login");
        assertThat(back.toString())
                .startsWith(PeerClient.ORIGIN + "/api/auth/sign-in-callback?")
                .contains("code=", "state=" + parameter(asked, "state"));
        assertThat(target(answer)).isEqualTo("/");
        Tokens tokens = app.tokens().orElseThrow();
        IdToken id = tokens.idToken().orElseThrow();
        assertThat(tokens.accessToken().username()).isEqualTo(SpringPeer.USER);
        assertThat(tokens.accessToken().scopes()).containsExactlyInAnyOrderElementsOf(PeerClient.SCOPES);
        assertThat(id.username()).isEqualTo(SpringPeer.USER);
        assertThat(id.claims())
                .containsEntry("nonce", parameter(asked, "nonce"))
                .containsEntry("email", "ada@posts.example")
                .containsEntry("origin_jti", tokens.accessToken().claims().get("origin_jti"));
        assertThat(app.cookies().header()).doesNotContain(FLOW);
        assertThat(app.events())
                .containsExactly(new SessionEvent.SignedIn(CognitoClaims.subject(SpringPeer.USER), null));
    }

    @Test
    void aPublicClientNeedsNoSecretAndHasNoRefreshToken() throws Exception {
        try (PeerApplication open = PeerApplication.of(PEER, PeerClient.PUBLIC)) {
            Arrival consent = browser.submit(browser.open(open.signInAddress()), ADA);
            open.get(browser.submit(consent, Map.of("scope", "email")).left());

            assertThat(open.tokens().orElseThrow().accessToken().scopes()).containsExactlyInAnyOrder("openid", "email");
            assertThat(open.cookies().value(".refreshToken")).isEmpty();
            open.get("sign-out");
            assertThat(open.tokens()).isEmpty();
            assertThat(open.events())
                    .contains(new SessionEvent.SignedOut(CognitoClaims.subject(SpringPeer.USER), false));
        }
    }

    @Test
    void signingOutRevokesTheTokensAndEndsThePeersSession() throws Exception {
        app.get(callback());
        String refresh = app.cookies().value(".refreshToken");
        String access = app.cookies().value(".accessToken");
        boolean before = PEER.isActive(refresh) && PEER.isActive(access);
        RouteAnswer out = app.get("sign-out");
        URI back = browser.open(location(out)).left();

        assertThat(before).isTrue();
        assertThat(PEER.isActive(refresh)).isFalse();
        assertThat(PEER.isActive(access)).isFalse();
        assertThat(app.tokens()).isEmpty();
        assertThat(app.events()).contains(new SessionEvent.SignedOut(CognitoClaims.subject(SpringPeer.USER), true));
        assertThat(back).hasToString(PeerClient.ORIGIN + "/api/auth/sign-out-callback");
        assertThat(target(app.get(back))).isEqualTo("/api/auth/sign-out-callback");
        assertThat(location(app.get(back))).isEqualTo("/");
        assertThat(browser.open(app.signInAddress()).address().getPath()).isEqualTo("/login");
    }

    @Test
    void whoseTokensAreNotRevokedIsSignedOutAllTheSame() throws Exception {
        app.get(callback());
        String refresh = app.cookies().value(".refreshToken");

        try (PeerApplication impostor = impostor()) {
            impostor.get("sign-out");

            assertThat(PEER.isActive(refresh)).isTrue();
            assertThat(impostor.tokens()).isEmpty();
            assertThat(impostor.events())
                    .containsExactly(new SessionEvent.SignedOut(CognitoClaims.subject(SpringPeer.USER), false));
        }
    }

    @Test
    void aWrongPasswordStaysAtThePeerUntilTheRightOneComes() throws Exception {
        Arrival again = browser.submit(
                browser.open(app.signInAddress()), Map.of("username", SpringPeer.USER, "password", "wrong"));

        assertThat(again.address()).hasPath("/login").hasQuery("error");
        assertThat(target(app.get(browser.submit(again, ADA).left()))).isEqualTo("/");
    }

    @Test
    void aUserWhoRefusesConsentIsTakenBackWithTheError() throws Exception {
        try (PeerApplication open = PeerApplication.of(PEER, PeerClient.PUBLIC)) {
            // ada's consent may be known already
            Map<String, String> grace = Map.of("username", SpringPeer.OTHER_USER, "password", SpringPeer.PASSWORD);
            Arrival consent = browser.submit(browser.open(open.signInAddress()), grace);
            URI back = browser.submit(consent, Map.of()).left();

            assertFailed(open, back, "access_denied");
        }
    }

    @Test
    void aScopeThatTheClientLacksIsRefusedWithTheState() throws Exception {
        try (PeerApplication greedy =
                app.beside(PEER, PeerClient.CONFIDENTIAL, more -> more.set(ConfigKey.OAUTH_SCOPES, "openid,phone"))) {
            assertFailed(greedy, browser.open(greedy.signInAddress()).left(), "invalid_scope");
        }
    }

    @Test
    void thePeerInsistsOnPkce() throws Exception {
        String asked = app.signInAddress();
        assertThat(parameter(asked, "code_challenge_method")).isEqualTo("S256");

        String without = asked.replaceAll("&code_challenge[^&]*", "");
        URI back = browser.open(without).left();

        assertThat(back.getQuery()).contains("code_challenge");
        assertFailed(app, back, "invalid_request");
    }

    @Test
    void anotherCodeVerifierGetsNoTokens() throws Exception {
        URI back = callback();
        replaceInFlow(back, VERIFIER, "v".repeat(64));

        assertRefused(app, back, "invalid_grant");
    }

    @Test
    void anIdTokenForAnotherNonceIsNotKept() throws Exception {
        URI back = callback();
        replaceInFlow(back, NONCE, "another");

        assertRefused(app, back, "SignInException");
    }

    @Test
    void anotherStateIsNotEvenExchanged() throws Exception {
        URI back = callback();
        String state = parameter(back.toString(), "state");

        RouteAnswer.Refused refused =
                (RouteAnswer.Refused) app.get(URI.create(back.toString().replace(state, "x".repeat(state.length()))));

        assertThat(refused.problem().status()).isEqualTo(400);
        assertThat(target(app.get(back))).as("the code is still good").isEqualTo("/");
    }

    @Test
    void addressesThatAreNotRegisteredAreNotGoneTo() throws Exception {
        try (PeerApplication moved = moved()) {
            for (String asked : List.of(moved.signInAddress(), location(moved.get("sign-out")))) {
                Arrival page = browser.open(asked);

                assertThat(page.status()).isEqualTo(400);
                assertThat(page.out()).isEmpty();
            }
        }
    }

    @Test
    void aCodeForAnotherAddressGetsNoTokens() throws Exception {
        URI back = callback();

        try (PeerApplication moved = moved()) {
            assertRefused(moved, back, "invalid_grant");
        }
    }

    @Test
    void aWrongSecretGetsNoTokens() throws Exception {
        URI back = callback();

        try (PeerApplication impostor = impostor()) {
            assertRefused(impostor, back, "invalid_client");
        }
    }

    @Test
    void aReloadOfTheCallbackIsAnsweredAndAReplayElsewhereEndsTheSession() throws Exception {
        URI back = callback();
        String flow = flowCookie(back);
        String kept = app.cookies().value(flow);
        app.get(back);
        app.cookies().with(flow, kept);

        assertThat(target(app.get(back))).as("asks the peer no second time").isEqualTo("/");
        String refresh = app.cookies().value(".refreshToken");
        assertThat(PEER.isActive(refresh)).isTrue();
        app.cookies().with(flow, kept);
        try (PeerApplication elsewhere = app.beside(PEER, PeerClient.CONFIDENTIAL, more -> {})) {
            RouteAnswer.Refused refused = (RouteAnswer.Refused) elsewhere.get(back);

            assertThat(refused.problem().error()).isEqualTo("invalid_grant");
            assertThat(PEER.isActive(refresh))
                    .as("the peer revokes what the code gave")
                    .isFalse();
        }
    }

    /** Returns the way back of a user who signed in at the peer. */
    private URI callback() throws Exception {
        return browser.submit(browser.open(app.signInAddress()), ADA).left();
    }

    /** Returns the application with addresses that the peer does not know. */
    private PeerApplication moved() {
        String routes = PeerClient.ORIGIN + "/moved/api/auth/";
        return app.beside(PEER, PeerClient.CONFIDENTIAL, more -> more.set(
                        ConfigKey.OAUTH_REDIRECT_SIGN_IN, routes + "sign-in-callback")
                .set(ConfigKey.OAUTH_REDIRECT_SIGN_OUT, routes + "sign-out-callback"));
    }

    private PeerApplication impostor() {
        return app.beside(PEER, PeerClient.CONFIDENTIAL, more -> more.set(ConfigKey.USER_POOL_CLIENT_SECRET, "wrong"));
    }

    private void replaceInFlow(URI back, int part, String text) {
        String name = flowCookie(back);
        String[] parts = app.cookies().value(name).split("\\.", -1);
        parts[part] = text;
        app.cookies().with(name, String.join(".", parts));
    }

    private static String flowCookie(URI back) {
        return FLOW + parameter(back.toString(), "state").substring(0, 8);
    }

    /** The peer sent the browser back with an error: the routes take it to where the application is signed out. */
    private static void assertFailed(PeerApplication application, URI back, String error) {
        RouteAnswer answer = application.get(back);

        assertThat(back.toString()).startsWith(PeerClient.ORIGIN + "/api/auth/sign-in-callback?");
        assertThat(location(answer)).startsWith("/?error=" + error + "&error_description=");
        assertThat(application.cookies().header()).doesNotContain(FLOW);
        assertThat(application.tokens()).isEmpty();
        assertThat(application.events()).containsExactly(new SessionEvent.SignInFailed(error));
    }

    /** The exchange came to nothing, and nothing is kept. */
    private static void assertRefused(PeerApplication application, URI back, String error) {
        RouteAnswer.Refused refused = (RouteAnswer.Refused) application.get(back);

        assertThat(refused.problem().status()).isEqualTo(error.equals("invalid_client") ? 502 : 400);
        assertThat(refused.problem().error()).isEqualTo(error);
        assertThat(application.cookies().header()).isEmpty();
        assertThat(application.events()).isEqualTo(List.of(new SessionEvent.SignInFailed(error)));
    }

    private static String target(RouteAnswer answer) {
        return ((RouteAnswer.Page) answer).page().target();
    }

    private static String location(RouteAnswer answer) {
        return ((RouteAnswer.Redirect) answer).location();
    }

    private static String parameter(String address, String name) {
        return address.replaceFirst(".*[?&]" + name + "=([^&]*).*", "$1");
    }
}
