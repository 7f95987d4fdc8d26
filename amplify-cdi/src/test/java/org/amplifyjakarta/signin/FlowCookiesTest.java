package org.amplifyjakarta.signin;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.amplifyjakarta.RandomText;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.ConfigKey;
import org.amplifyjakarta.config.RoutesConfig;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.amplifyjakarta.cookie.SetCookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S-11")
class FlowCookiesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String NAME = "__Host-com.amplify.server_auth.flow.";

    private final RoutesConfig routes = requireNonNull(AmplifyConfig.builder()
            .auth(auth ->
                    auth.userPoolId("eu-west-1_x").userPoolClientId("c").oauth(oauth -> oauth.domain("d.example")))
            .set(ConfigKey.APP_ORIGIN, "https://app.com")
            .build()
            .web()
            .routes());

    @Test
    void ofAThousandTheNewestAreReadAndTheRestRemoved() {
        List<SignInFlow> begun = flows(1_000, null);
        InMemoryCookieStorage browser = browser(begun);
        FlowCookies flows = new FlowCookies(routes, browser);

        flows.keep(flow(NOW, null));

        assertThat(flows.find(begun.get(999).state(), NOW)).hasValue(begun.get(999));
        assertThat(flows.find("x".repeat(32), NOW)).isEmpty();
        assertThat(removed(browser))
                .containsExactlyInAnyOrderElementsOf(begun.subList(0, 993).stream()
                        .map(FlowCookiesTest::name)
                        .toList());
    }

    @Test
    void whenItBeganDecidesAndNotWhereItStands() {
        List<SignInFlow> begun = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            begun.add(flow(NOW.minusSeconds(i), null));
        }
        InMemoryCookieStorage browser = browser(begun);

        new FlowCookies(routes, browser).keep(flow(NOW, null));

        assertThat(removed(browser))
                .containsExactlyInAnyOrderElementsOf(
                        begun.subList(7, 20).stream().map(FlowCookiesTest::name).toList());
    }

    @Test
    void togetherTheyHaveFourKilobytes() {
        List<SignInFlow> begun = flows(7, "/" + "a".repeat(511));
        InMemoryCookieStorage browser = browser(begun);
        SignInFlow last = flow(NOW, "/" + "a".repeat(511));

        new FlowCookies(routes, browser).keep(last);

        List<String> removed = removed(browser);
        int each = last.text().length() + NAME.length() + 8;
        assertThat((8 - removed.size()) * each).isBetween(4096 - each, 4096);
        assertThat(removed).doesNotContain(name(begun.get(6)));
    }

    private static List<SignInFlow> flows(int number, @Nullable String returnTo) {
        List<SignInFlow> flows = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            flows.add(flow(NOW.minusSeconds(1 + (number - i) / 10), returnTo));
        }
        return flows;
    }

    private static SignInFlow flow(Instant begun, @Nullable String returnTo) {
        return SignInFlow.begin(new RandomText(), begun, "c", returnTo, null);
    }

    private static InMemoryCookieStorage browser(List<SignInFlow> flows) {
        return InMemoryCookieStorage.ofHeader(
                flows.stream().map(flow -> name(flow) + "=" + flow.text()).collect(Collectors.joining("; ")));
    }

    private static String name(SignInFlow flow) {
        return NAME + flow.state().substring(0, 8);
    }

    private static List<String> removed(InMemoryCookieStorage browser) {
        return browser.setCookies().stream()
                .filter(cookie -> cookie.value() == null)
                .map(SetCookie::name)
                .toList();
    }
}
