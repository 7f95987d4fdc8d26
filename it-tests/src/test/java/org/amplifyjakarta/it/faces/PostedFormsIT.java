package org.amplifyjakarta.it.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings;
import org.amplifyjakarta.it.localaws.Settings.Fail;
import org.amplifyjakarta.it.support.BrowserCookies;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a form that was sent: with tokens that have expired, with a state that is not the sender's, before a session. */
@ExtendWith(ArquillianExtension.class)
class PostedFormsIT {

    private static final LocalAws AWS = LocalAws.start(0);
    private static final String REFRESH = "GetTokensFromRefreshToken";
    private static final String SESSION = "JSESSIONID";
    private static final String NOT_SAVED = "must not be saved";

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive forms() {
        return PageArchives.forms(PostedFormsIT.class.getSimpleName(), AWS);
    }

    @BeforeEach
    void reset() {
        AWS.change(settings -> Settings.DEFAULTS.withRotation(true));
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @ParameterizedTest
    @MethodSource("posted")
    @Tag("C-23")
    void aFormIsNotLostWhenTokensHaveExpired(String view, String button, String inThisView) throws Exception {
        FacesClient before = client(BrowserCookies.of(AWS.signIn("demo")));
        FacesPage page = before.post(view, note(before.get(view), "first", "save"));
        FacesClient client = expired(before);
        String old = client.browser().value(".refreshToken");
        String text = "refreshed at " + view + " by " + button;
        AWS.forgetCalls();

        FacesPage answer = client.post(view, note(page, text, button));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.html()).contains(">saved [" + text + "] in this view [" + inThisView + "]<");
        assertThat(client.get(view).content("all")).containsOnlyOnce(text);
        assertThat(client.browser().value(".refreshToken")).isNotEqualTo(old);
        assertThat(AWS.calls()).containsEntry(REFRESH, 1);
    }

    @ParameterizedTest
    @MethodSource("posted")
    @Tag("X-09")
    void aFormCanBeSentAgainWhenCognitoDidNotAnswer(String view, String button, String inThisView) throws Exception {
        FacesClient before = client(BrowserCookies.of(AWS.signIn("demo")));
        FacesPage page = before.post(view, note(before.get(view), "first", "save"));
        FacesClient client = expired(before);
        String text = "sent twice to " + view + " by " + button;
        AWS.change(settings -> settings.withFail(new Fail(REFRESH, 500, "InternalErrorException", 99)));

        FacesPage during = client.post(view, note(page, text, button));

        assertThat(during.status()).isEqualTo(503);
        assertThat(during.answer().headers().firstValue("Retry-After")).isPresent();
        assertThat(during.answer().headers().allValues("Set-Cookie").toString()).doesNotContain("Cognito");
        reset();
        FacesPage again = client.post(view, note(page, text, button));
        assertThat(again.html()).contains(">saved [" + text + "] in this view [" + inThisView + "]<");
        assertThat(client.get(view).content("all")).containsOnlyOnce(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "empty", "no state", "tampered", "stateless", "another's", "an object"})
    @Tag("S-21")
    void noOtherStateOfAViewDoesAnything(String kind) throws Exception {
        FacesClient user = client(BrowserCookies.of(AWS.signIn("demo")));
        Map<String, String> note = note(user.get("kept"), NOT_SAVED, "save");
        change(note, kind);
        FacesClient guest = client(BrowserCookies.ofGuest());
        Map<String, String> signIn = AuthenticatorFields.signIn("demo", "Passw0rd!");
        signIn.put("jakarta.faces.ViewState", guest.get("kept").viewState());
        change(signIn, kind);
        AWS.forgetCalls();

        FacesPage saved = user.post("kept", note);
        FacesPage signedIn = guest.post("kept", signIn);

        boolean isNoState = kind.equals("missing");
        // what Faces says of an application's form whose view is over
        assertThat(saved.status()).isEqualTo(isNoState ? 200 : 500);
        assertThat(signedIn.status()).isEqualTo(isNoState ? 200 : 302);
        if (!isNoState) {
            assertThat(guest.follow(signedIn.answer()
                                    .headers()
                                    .firstValue("Location")
                                    .orElseThrow())
                            .body())
                    .contains("This page was open for too long.");
        }
        assertThat(user.get("kept").content("all")).doesNotContain(NOT_SAVED);
        assertThat(guest.browser().header()).doesNotContain("Cognito");
        assertThat(AWS.calls()).doesNotContainKey("InitiateAuth");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kept", "stateless"})
    @Tag("C-15")
    @Tag("S-15")
    void aSessionOfTheServerHasAnotherIdAfterSigningIn(String view) throws Exception {
        FacesClient client = client(BrowserCookies.ofGuest());
        client.get("kept");
        String planted = client.browser().value(SESSION);
        Map<String, String> signIn = AuthenticatorFields.signIn("demo", "Passw0rd!");
        signIn.put("jakarta.faces.ViewState", client.get(view).viewState());

        assertThat(client.post(view, signIn).status()).isEqualTo(302);

        assertThat(planted).isNotEmpty();
        assertThat(client.browser().value(SESSION)).isNotEmpty().isNotEqualTo(planted);
        client.post("kept", note(client.get("kept"), "of demo", "save"));
        assertThat(client.get("kept").content("session")).isEqualTo("of demo");
        FacesClient attacker = client(BrowserCookies.ofGuest().with(SESSION, planted));
        assertThat(attacker.get("kept").content("session")).isEmpty();
    }

    @Test
    @Tag("C-15")
    void aSessionOfTheServerHasAnotherIdAfterManagedLogin() throws Exception {
        FacesClient client = client(BrowserCookies.ofGuest());
        client.get("kept");
        String planted = client.browser().value(SESSION);
        URI login = URI.create(location(client.get("api/auth/sign-in")));
        URI callback = AWS.authorize("demo", login.getRawQuery());

        assertThat(client.get("api/auth/sign-in-callback?" + callback.getRawQuery())
                        .status())
                .isEqualTo(200);

        assertThat(client.browser().value(SESSION)).isNotEmpty().isNotEqualTo(planted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no state", "1:2", ""})
    @Tag("S-21")
    void aFormOfWhateverTagLeadsBackToItsPage(String state) throws Exception {
        FacesPage answer = client(BrowserCookies.ofGuest())
                .post("kept", Map.of("other:sent", "other", "jakarta.faces.ViewState", state));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(location(answer)).isEqualTo(base.getPath() + "kept");
    }

    /** Views, their buttons, and how often the form was sent to the view that the state knows, twice in all. */
    static Stream<Arguments> posted() {
        return Stream.of("kept", "guarded/kept", "stateless").flatMap(view -> Stream.of("save", "ajax")
                .map(button -> Arguments.of(view, button, view.equals("stateless") ? "1" : "2")));
    }

    private static String location(FacesPage page) {
        return page.answer().headers().firstValue("Location").orElseThrow();
    }

    private FacesClient client(BrowserCookies browser) {
        return new FacesClient(base, browser);
    }

    /** Returns the same browser an hour after its tokens have expired. */
    private FacesClient expired(FacesClient before) {
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("demo", Duration.ofHours(2)));
        String session = before.browser().value(SESSION);
        return client(session.isEmpty() ? browser : browser.with(SESSION, session));
    }

    private void change(Map<String, String> fields, String kind) throws Exception {
        String name = "jakarta.faces.ViewState";
        String state = fields.getOrDefault(name, "");
        switch (kind) {
            case "missing" -> fields.remove(name);
            case "empty" -> fields.put(name, "");
            case "no state" -> fields.put(name, "no state");
            case "tampered" -> fields.put(name, (state.startsWith("1") ? "2" : "1") + state.substring(1));
            case "another's" ->
                fields.put(
                        name,
                        client(BrowserCookies.of(AWS.signIn("admin")))
                                .get("kept")
                                .viewState());
            case "an object" -> fields.put(name, "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwAA");
            default -> fields.put(name, kind);
        }
    }

    private static Map<String, String> note(FacesPage page, String text, String button) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("form", "form");
        // how MyFaces marks it
        fields.put("form_SUBMIT", "1");
        fields.put("text", text);
        fields.put(button, button);
        fields.put("jakarta.faces.ViewState", page.viewState());
        if (button.equals("ajax")) {
            fields.put("jakarta.faces.source", "ajax");
            fields.put("jakarta.faces.partial.event", "click");
            fields.put("jakarta.faces.partial.ajax", "true");
            fields.put("jakarta.faces.partial.execute", "form");
            fields.put("jakarta.faces.partial.render", "saved");
        }
        return fields;
    }
}
