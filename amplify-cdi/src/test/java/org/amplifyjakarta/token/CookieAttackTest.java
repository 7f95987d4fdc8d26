package org.amplifyjakarta.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.amplifyjakarta.cognito.CognitoFailures;
import org.amplifyjakarta.cognito.RefreshAnswer;
import org.amplifyjakarta.config.ConfigKey;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.amplifyjakarta.cookie.PercentCoding;
import org.amplifyjakarta.cookie.SetCookie;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cookies that must not change whose session it is: part C of the list of attacks. */
class CookieAttackTest {

    private static final String P = PoolFixture.PREFIX;
    private static final Instant EXPIRY = PoolFixture.START.plus(Duration.ofMinutes(30));

    private final PoolFixture pool = new PoolFixture();

    @Test
    @Tag("C-01")
    @Tag("C-14")
    void ofSeveralCopiesTheNewestThatVerifiesWins() {
        String good = TestToken.access("alice", EXPIRY).signed();
        String newer = TestToken.access("alice", EXPIRY.plusSeconds(60)).signed();
        String forged = good.substring(0, good.length() - 8) + "AAAAAAAA";

        for (String[] copies : new String[][] {{good, newer}, {newer, good}, {forged, newer}, {newer, forged}}) {
            String header = P + "LastAuthUser=alice; " + P + "alice.accessToken=" + copies[0] + "; " + P
                    + "alice.accessToken=" + copies[1];

            assertThat(pool.tokens(header).orElseThrow().accessToken().expiresAt())
                    .isEqualTo(EXPIRY.plusSeconds(60));
        }
    }

    @Test
    @Tag("C-01")
    void ofManyCopiesTheFirstEightAreLookedAt() {
        String good = "; " + P + "alice.accessToken="
                + TestToken.access("alice", EXPIRY).signed();

        assertThat(pool.tokens(forgedCopies(7) + good)).isPresent();
        assertThat(pool.tokens(forgedCopies(8) + good)).isEmpty();
        assertThat(pool.tokens(forgedCopies(100))).isEmpty();
    }

    private static String forgedCopies(int count) {
        StringBuilder header = new StringBuilder(P + "LastAuthUser=alice");
        for (int i = 0; i < count; i++) {
            header.append("; ").append(P).append("alice.accessToken=");
            header.append(TestKeys.sign("{\"alg\":\"RS256\",\"kid\":\"pool-key\"}", "{\"forged\":" + i + "}"));
        }
        return header.toString();
    }

    @Test
    @Tag("C-02")
    void theNamedUserMustBeTheTokens() {
        String ofAlice = pool.signedIn("alice").replace("LastAuthUser=alice", "LastAuthUser=bob");
        String renamed =
                pool.signedIn("alice").replace("alice.", "bob.").replace("LastAuthUser=alice", "LastAuthUser=bob");

        assertThat(pool.tokens(ofAlice)).isEmpty();
        assertThat(pool.refusal()).isEqualTo(Reason.NO_ACCESS_TOKEN);
        assertThat(pool.tokens(renamed)).isEmpty();
        assertThat(pool.refusal()).isEqualTo(Reason.USER_MISMATCH);
    }

    @Test
    @Tag("C-03")
    void eachRequestIsThatOfTheUserItNames() {
        String both = pool.signedIn("alice") + "; " + pool.signedIn("bob").replace(P + "LastAuthUser=bob; ", "");

        for (int i = 0; i < 20; i++) {
            String user = i % 2 == 0 ? "alice" : "bob";
            String header = both.replace("LastAuthUser=alice", "LastAuthUser=" + user);

            assertThat(pool.tokens(header).orElseThrow().accessToken().username())
                    .isEqualTo(user);
        }
    }

    static Stream<String> spellings() {
        String user = "Zoë Q (test)+@";
        return Stream.of(
                PercentCoding.BROWSER_NAME.encode(user),
                PercentCoding.SERVER_NAME.encode(user),
                PercentCoding.COMPONENT.encode(user),
                user,
                new String(user.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    @Tag("C-05")
    void aUsersNameIsFoundInItsKnownSpellings(String spelling) {
        assertThat(pool.tokens(named(spelling))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2540", "Zo%c3%ab%20Q%20%28test%29+%40", "Zo%C3%AB+Q+%28test%29+%40"})
    @Tag("C-05")
    void andInNoOther(String spelling) {
        assertThat(pool.tokens(named(spelling))).isEmpty();
    }

    private String named(String spelling) {
        String user = "Zoë Q (test)+@";
        return P + "LastAuthUser=" + PercentCoding.COMPONENT.encode(user) + "; " + P + spelling + ".accessToken="
                + TestToken.access(user, EXPIRY).signed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other=%",
                "other=%G1",
                "other=%C0%AF",
                "other=%ED%A0%80",
                "%=x",
                "x",
                ";;;;",
                "$Version=1",
                "q=\"a;b\"",
                "=nameless",
                "other=\u0000"
            })
    @Tag("C-06")
    @Tag("C-08")
    void aNeighboursBadCookieCostsNoSession(String neighbour) {
        assertThat(pool.tokens(neighbour + "; " + pool.signedIn("alice"))).isPresent();
        assertThat(pool.tokens(pool.signedIn("alice") + "; " + neighbour)).isPresent();
    }

    @Test
    @Tag("C-07")
    void nothingOfACookieBreaksOutOfAHeader() {
        String evil = "a\r\nSet-Cookie: x=y;, \u0000\u010d\u010a\"";
        pool.client.answers(request -> fresh(evil));
        String header = PoolFixture.cookies(evil, EXPIRY.minus(Duration.ofHours(2))) + "; " + P
                + PercentCoding.COMPONENT.encode(evil) + ".idToken=x; " + P + evil + ".idToken=x";
        InMemoryCookieStorage cookies = InMemoryCookieStorage.ofHeader(header);

        assertThat(pool.session(cookies).tokens()).isPresent();

        assertThat(cookies.setCookies()).isNotEmpty().allSatisfy(cookie -> {
            String pair = cookie.line().substring(0, cookie.line().indexOf("; Path="));
            assertThat(pair).matches("[!-:<-~]+").doesNotContain(",");
        });
    }

    @Test
    @Tag("C-08")
    void tenThousandPairsAndAMegabyteAreJustPassedOver() {
        String pairs = "n=v; ".repeat(10_000);
        String large = "n=" + "v".repeat(1_000_000) + "; ";

        assertThat(pool.tokens(pairs + pool.signedIn("alice"))).isPresent();
        assertThat(pool.tokens(large + pool.signedIn("alice"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1e15", "NaN", "Infinity", "0x10", "", "99999999999999999999", "-999999999999"})
    @Tag("C-11")
    void noClockDriftKeepsATokenAlive(String drift) {
        pool.client.answers(request -> fresh("alice"));
        String header = pool.expired("alice").replace("clockDrift=0", "clockDrift=" + drift);

        assertThat(pool.tokens(header)).isPresent();

        assertThat(pool.client.refreshes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "null", "[1]", "x", "{\"__proto__\":{\"loginId\":\"x\"}}", "{\"loginId\":7}"})
    @Tag("C-12")
    void brokenSignInDetailsCostNoSession(String details) {
        String header = P + "alice.signInDetails=" + URLEncoder.encode(details, StandardCharsets.UTF_8) + "; "
                + pool.signedIn("alice").replaceAll("; [^;]*signInDetails=[^;]*", "");

        Tokens tokens = pool.tokens(header).orElseThrow();

        assertThat(tokens.signInDetails().map(SignInDetails::loginId)).isEqualTo(Optional.empty());
    }

    @Test
    @Tag("C-12")
    void hugeSignInDetailsAreNone() {
        String header = pool.signedIn("alice")
                .replace("{%22loginId%22", "{%22x%22:%22" + "x".repeat(100_000) + "%22,%22loginId%22");

        assertThat(pool.tokens(header).orElseThrow().signInDetails()).isEmpty();
    }

    @Test
    @Tag("C-15")
    void copiesUnderOtherSpellingsAreRemovedWithARefresh() {
        String user = "a(b";
        pool.client.answers(request -> fresh(user));
        String planted = P + "a(b.accessToken=x";
        InMemoryCookieStorage cookies = InMemoryCookieStorage.ofHeader(pool.expired(user) + "; " + planted);

        pool.session(cookies).tokens();

        assertThat(cookies.setCookies())
                .filteredOn(cookie -> cookie.value() == null)
                .extracting(SetCookie::name)
                .containsExactly(P + "a(b.accessToken");
    }

    @Test
    @Tag("C-16")
    void aCookieThatBrowsersWouldDropIsNotSentAndTheRestIs() {
        String name = P + "alice.idToken";
        TestToken large = TestToken.id("alice", EXPIRY).with("custom:large", "x".repeat(4096));
        pool.client.answers(
                request -> new RefreshAnswer(TestToken.access("alice", EXPIRY).signed(), large.signed(), "next"));
        InMemoryCookieStorage cookies = InMemoryCookieStorage.ofHeader(pool.expired("alice"));

        assertThat(pool.session(cookies).tokens().orElseThrow().idToken()).isPresent();

        assertThat(cookies.setCookies())
                .allSatisfy(
                        cookie -> assertThat(cookie.line().indexOf("; Path=")).isLessThanOrEqualTo(4096))
                .extracting(SetCookie::name)
                .contains(P + "alice.accessToken", P + "alice.refreshToken");
        assertThat(cookies.setCookies())
                .filteredOn(cookie -> cookie.name().equals(name))
                .allMatch(cookie -> cookie.value() == null);
    }

    @Test
    @Tag("C-23")
    void noRefreshIsUsedUpWhenItsCookiesCouldNotBeSent() {
        InMemoryCookieStorage cookies = InMemoryCookieStorage.ofHeader(pool.expired("alice"));
        TokenProvider session = pool.pool.session(new CommittedCookies(cookies));

        SessionEndedException thrown = catchThrowableOfType(SessionEndedException.class, session::tokens);

        assertThat(thrown.name()).isEqualTo("TokenRefreshException");
        assertThat(pool.client.refreshes()).isEmpty();
    }

    @Test
    @Tag("C-21")
    void aDeletionCarriesPathAndDomain() {
        PoolFixture own = new PoolFixture(
                PoolFixture.config().set(ConfigKey.COOKIE_DOMAIN, "example.com").build());
        own.client.answers(request -> {
            throw CognitoFailures.ending("NotAuthorizedException");
        });
        InMemoryCookieStorage cookies = InMemoryCookieStorage.ofHeader(own.expired("a(b"));

        assertThat(own.session(cookies).tokens()).isEmpty();

        assertThat(cookies.setCookies())
                .extracting(SetCookie::line)
                .hasSizeGreaterThanOrEqualTo(7)
                .allMatch(line -> line.contains("=; Path=/;")
                        && line.contains("Max-Age=0")
                        && line.contains("Domain=example.com"));
    }

    private static RefreshAnswer fresh(String user) {
        return new RefreshAnswer(
                TestToken.access(user, EXPIRY).signed(),
                TestToken.id(user, EXPIRY).signed(),
                "next");
    }
}
