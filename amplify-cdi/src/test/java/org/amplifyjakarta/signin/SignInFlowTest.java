package org.amplifyjakarta.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.amplifyjakarta.RandomText;
import org.amplifyjakarta.config.CookieConfig;
import org.amplifyjakarta.cookie.SetCookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S-11")
class SignInFlowTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final RandomText random = new RandomText();

    @Test
    void whatACookieHoldsIsReadBack() {
        SignInFlow flow = flow("/a?b=c&d=%C3%A9", "ü;\u0000=\"");

        assertThat(SignInFlow.parse(flow.text())).hasValue(flow);
        assertThat(SignInFlow.parse(flow(null, null).text()).orElseThrow().returnTo())
                .isNull();
    }

    @Test
    void itIsAlongsideItsNameSmallEnoughForACookie() {
        SignInFlow flow = flow("/" + "a".repeat(2_047), "\u4e00".repeat(256));
        CookieConfig attributes = new CookieConfig(null, "/", CookieConfig.SameSite.LAX, true, true, LIFE);

        assertThat(SetCookie.keep("__Host-com.amplify.server_auth.flow.abcdefgh", flow.text(), attributes, NOW)
                        .bytes())
                .isLessThanOrEqualTo(SetCookie.MAX_BYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "......",
                "a.b.c.1.d.e",
                "a.b.c.1.d.e.f.g",
                ".b.c.1.d.e.f",
                "a.b.c.x.d.e.f",
                "a.b.c..d.e.f",
                "a.b.c.1e3.d.e.f",
                "a.b.c.99999999999999999999.d.e.f",
                "a.b.c.9223372036854775807.d.e.f",
                "a.b.c.-9223372036854775808.d.e.f",
                "a b.b.c.1.d.e.f",
                "a.b;c.c.1.d.e.f",
                "a.b.c.1.d.e.é",
                "a.b.c.1.d.e.f\n",
                "a.b.c.1.d.e.!"
            })
    void junkIsNoFlow(String junk) {
        assertThat(SignInFlow.parse(junk)).isEmpty();
    }

    /** The first is {@code //evil.example}, the second {@code https://evil.example}, the third no UTF-8. */
    @ParameterizedTest
    @ValueSource(strings = {"Ly9ldmlsLmV4YW1wbGU", "aHR0cHM6Ly9ldmlsLmV4YW1wbGU", "_____w", "a"})
    @Tag("O-01")
    void whoCanWriteCookiesLeadsNobodyAway(String returnTo) {
        SignInFlow flow = SignInFlow.parse("a.b.c.1.d." + returnTo + ".").orElseThrow();

        assertThat(flow.returnTo()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T12:00:00Z, true",
        "2026-11-20T11:55:00Z, true",
        "2026-11-20T11:54:59Z, false",
        "2026-11-20T12:01:00Z, true",
        "2026-11-20T12:01:01Z, false",
        "+1000000000-12-31T23:59:59Z, false",
        "-1000000000-01-01T00:00:00Z, false"
    })
    void itLivesForFiveMinutes(Instant begun, boolean alive) {
        SignInFlow flow = SignInFlow.begin(random, begun, "client", null, null);

        assertThat(flow.isAlive(NOW, LIFE)).isEqualTo(alive);
    }

    @Test
    void eachIsOfItsOwnAndNobodyGuessesIt() {
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            SignInFlow flow = flow(null, null);
            texts.add(flow.state());
            texts.add(flow.codeVerifier());
            texts.add(flow.nonce());
        }

        assertThat(texts).hasSize(3_000).allMatch(text -> text.matches("[\\w-]{32,64}"));
        assertThat(flow(null, null).codeVerifier()).matches("[\\w-]{43,128}");
    }

    /** The example of RFC 7636, appendix B. */
    @Test
    void theChallengeIsThatOfTheStandard() {
        SignInFlow flow =
                new SignInFlow("s", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "n", NOW, "client", null, null);

        assertThat(flow.codeChallenge()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void itPrintsNothingOfItself() {
        SignInFlow flow = flow("/a", "b");

        assertThat(flow.toString()).doesNotContain(flow.state(), flow.codeVerifier(), flow.nonce());
    }

    private SignInFlow flow(@Nullable String returnTo, @Nullable String customState) {
        return SignInFlow.begin(random, NOW, "client", returnTo, customState);
    }
}
