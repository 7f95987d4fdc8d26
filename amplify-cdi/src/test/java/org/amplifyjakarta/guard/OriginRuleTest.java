package org.amplifyjakarta.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.amplifyjakarta.config.Origin;
import org.amplifyjakarta.config.OriginConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R-08")
class OriginRuleTest {

    private static final OriginConfig BY_HOST = new OriginConfig(
            true, List.of(Origin.parse("https://partner.example").orElseThrow()), null);
    private static final OriginConfig BY_ORIGIN = new OriginConfig(
            true, List.of(), Origin.parse("https://app.example").orElseThrow());

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://app.example, -, false",
                "https://app.example, same-origin, false",
                "-, same-origin, false",
                "HTTPS://APP.EXAMPLE, -, false",
                "https://app.example:443, -, false",
                "https://partner.example, cross-site, false",
                "-, -, true",
                "null, -, true",
                "null, same-origin, true",
                "https://evil.example, -, true",
                "https://evil.example, same-origin, true",
                "https://sub.app.example, same-site, true",
                "https://app.example, same-site, true",
                "https://app.example, cross-site, true",
                "https://app.example, none, true",
                "-, none, true",
                "-, cross-site, true",
                "-, same-site, true",
                "-, SAME-ORIGIN, true",
                "https://app.example:8443, -, true",
                "https://app.example.evil.example, -, true",
                "https://app.example/, -, true",
                "https://app.example@evil.example, -, true",
                "https://, -, true"
            })
    void onlyTheOwnPagesAndAllowedOriginsMayChangeThings(
            @Nullable String origin, @Nullable String site, boolean refused) {
        SeenRequest request = post();
        if (origin != null) {
            request.with("Origin", origin);
        }
        if (site != null) {
            request.with("Sec-Fetch-Site", site);
        }

        assertThat(new OriginRule(BY_HOST).refuses(request, false)).isEqualTo(refused);
    }

    @Test
    void theConfiguredOriginCountsAndNotTheHostHeader() {
        SeenRequest forged = post().with("Host", "evil.example").with("Origin", "https://evil.example");
        SeenRequest http = post().with("Origin", "http://app.example");

        assertThat(new OriginRule(BY_ORIGIN).refuses(forged, false)).isTrue();
        assertThat(new OriginRule(BY_ORIGIN).refuses(http, false)).isTrue();
        assertThat(new OriginRule(BY_ORIGIN).refuses(post().with("Origin", "https://app.example"), false))
                .isFalse();
    }

    @Test
    void twoOriginsAreNone() {
        SeenRequest request = post().with("Origin", "https://app.example", "https://evil.example");

        assertThat(new OriginRule(BY_HOST).refuses(request, false)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, false",
        "HEAD, false",
        "OPTIONS, false",
        "PUT, true",
        "DELETE, true",
        "PATCH, true",
        "get, true",
        "FOO, true"
    })
    @Tag("R-03")
    void methodsThatOnlyReadPass(String method, boolean refused) {
        SeenRequest request =
                new SeenRequest(method, "/x").with("Cookie", "CognitoIdentityServiceProvider.c.LastAuthUser=a");

        assertThat(new OriginRule(BY_HOST).refuses(request, false)).isEqualTo(refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"amplify.session.tag.0=1~x", "a=b; __Host-amplify.session.tag.0=1~x"})
    @Tag("R-08")
    void sealedSessionsAreSessions(String cookies) {
        SeenRequest foreign = new SeenRequest("POST", "/x")
                .with("Host", "app.example")
                .with("Origin", "https://evil.example")
                .with("Cookie", cookies);

        assertThat(new OriginRule(BY_HOST).refuses(foreign, false)).isTrue();
    }

    @Test
    void withoutSessionCookiesOrWithATokenOfItsOwnNothingIsAtStake() {
        SeenRequest without = new SeenRequest("POST", "/x").with("Cookie", "other=1");

        assertThat(new OriginRule(BY_HOST).refuses(without, false)).isFalse();
        assertThat(new OriginRule(BY_HOST).refuses(post(), true)).isFalse();
        assertThat(new OriginRule(new OriginConfig(false, List.of(), null)).refuses(post(), false))
                .isFalse();
    }

    private static SeenRequest post() {
        return new SeenRequest("POST", "/x")
                .with("Host", "app.example")
                .with("Cookie", "a=b; CognitoIdentityServiceProvider.c.LastAuthUser=a");
    }
}
