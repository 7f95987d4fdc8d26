package org.amplifyjakarta.cookie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.AESEncrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.config.CookieConfig;
import org.amplifyjakarta.config.CookieConfig.SameSite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sealed is read by us alone, and by nobody else's key. */
class SealedChunksTest {

    private static final String PREFIX = "CognitoIdentityServiceProvider.client.";
    private static final String NAME = "__Host-" + EnclosedCookies.NAME + "." + new CookieName(PREFIX).tag() + ".";
    private static final String FIRST = NAME + 0;
    private static final CookieConfig ATTRIBUTES =
            new CookieConfig(null, "/", SameSite.STRICT, true, true, Duration.ofDays(365));

    private final SessionSeal seal = new SessionSeal(keys("new", "old"), PREFIX);

    @Test
    void whatIsSetComesBackAndStandsNowhere() {
        Map<String, String> sent = sealed(seal, Map.of("LastAuthUser", "Zoë; Q=\"x\"", "demo.accessToken", "a.b.c"));

        assertThat(sent.keySet()).containsExactly(FIRST);
        assertThat(sent.toString()).doesNotContain("a.b.c", "Zoë", "Cognito");
        EnclosedCookies back = open(seal, sent);
        assertThat(back.get(PREFIX + "LastAuthUser")).contains("Zoë; Q=\"x\"");
        assertThat(back.getAll().first(PREFIX + "demo.accessToken")).contains("a.b.c");
    }

    @Test
    @Tag("C-16")
    void asManyCookiesAsItTakesAreSentAndNoMoreKept() {
        Map<String, String> large = sealed(seal, Map.of("demo.accessToken", "x".repeat(10_000)));

        assertThat(large).hasSize(4).containsOnlyKeys(names(4));
        assertThat(large.entrySet())
                .allMatch(each -> each.getKey().length() + each.getValue().length() <= SetCookie.MAX_BYTES);
        InMemoryCookieStorage browser = InMemoryCookieStorage.ofHeader(header(large));
        EnclosedCookies session = new EnclosedCookies(browser, new SealedChunks(seal), PREFIX, ATTRIBUTES);
        assertThat(session.get(PREFIX + "demo.accessToken")).contains("x".repeat(10_000));
        session.set(PREFIX + "demo.accessToken", "small", ATTRIBUTES);
        session.flush();
        assertThat(browser.setCookies())
                .filteredOn(cookie -> cookie.value() == null)
                .map(SetCookie::name)
                .containsExactlyInAnyOrder(names(4)[1], names(4)[2], names(4)[3]);
    }

    @Test
    @Tag("C-16")
    void whatIsLeftOfALongerSessionDoesNoHarmAndAMissingPartDoes() {
        Map<String, String> older = sealed(seal, Map.of("demo.accessToken", "x".repeat(10_000)));
        Map<String, String> newer = sealed(seal, Map.of("demo.accessToken", "y".repeat(4_000)));
        Map<String, String> both = new LinkedHashMap<>(older);
        both.putAll(newer);
        Map<String, String> cut = new LinkedHashMap<>(older);
        cut.remove(NAME + 2);

        assertThat(newer).hasSizeLessThan(older.size());
        assertThat(open(seal, both).get(PREFIX + "demo.accessToken")).contains("y".repeat(4_000));
        assertThat(open(seal, cut).getAll().names()).isEmpty();
    }

    @Test
    void twoApplicationsOfOneHostKeepTheirOwn() {
        String another = "CognitoIdentityServiceProvider.another.";
        InMemoryCookieStorage browser = InMemoryCookieStorage.ofHeader(header(sealed(seal, Map.of("a", "b"))));
        EnclosedCookies session = new EnclosedCookies(
                browser, new SealedChunks(new SessionSeal(keys("new"), another)), another, ATTRIBUTES);

        session.set(another + "c", "d", ATTRIBUTES);
        session.flush();

        assertThat(browser.setCookies()).hasSize(1).extracting(SetCookie::name).doesNotContain(FIRST);
        assertThat(EnclosedCookies.areIn(browser.getAll(), PREFIX)).isTrue();
        assertThat(EnclosedCookies.areIn(browser.getAll(), another)).isFalse();
    }

    @Test
    @Tag("C-16")
    void tooMuchIsRefusedByItsSize() {
        InMemoryCookieStorage browser = InMemoryCookieStorage.empty();
        EnclosedCookies session = new EnclosedCookies(browser, new SealedChunks(seal), PREFIX, ATTRIBUTES);
        session.set(PREFIX + "demo.accessToken", "x".repeat(16_000), ATTRIBUTES);

        AmplifyException failure = catchThrowableOfType(AmplifyException.class, session::flush);

        assertThat(failure.name()).isEqualTo("CookieTooLarge");
        assertThat(failure.getMessage()).contains("21");
        assertThat(browser.setCookies()).isEmpty();
    }

    @Test
    void anEmptySessionRemovesItsCookiesAndWhatStandsOpen() {
        String open = PREFIX + "demo.accessToken";
        InMemoryCookieStorage browser =
                InMemoryCookieStorage.ofHeader(header(sealed(seal, Map.of("a", "b"))) + "; " + open + "=planted");
        EnclosedCookies session = new EnclosedCookies(browser, new SealedChunks(seal), PREFIX, ATTRIBUTES);
        assertThat(session.get(open)).isEmpty();

        session.delete(PREFIX + "a", ATTRIBUTES);
        session.flush();

        assertThat(browser.setCookies()).allMatch(cookie -> cookie.value() == null);
        assertThat(browser.setCookies()).map(SetCookie::name).containsExactlyInAnyOrder(FIRST, open);
    }

    @Test
    void whatIsNotOfTheSessionGoesPastIt() {
        InMemoryCookieStorage browser = InMemoryCookieStorage.ofHeader("other=1");
        EnclosedCookies session = new EnclosedCookies(browser, new SealedChunks(seal), PREFIX, ATTRIBUTES);

        session.set("another", "2", ATTRIBUTES);

        assertThat(session.get("other")).contains("1");
        assertThat(browser.get("another")).contains("2");
    }

    @Test
    @Tag("C-18")
    void anOldKeyOpensAndANewOneSeals() {
        Map<String, String> old = sealed(new SessionSeal(keys("old"), PREFIX), Map.of("a", "b"));

        assertThat(open(seal, old).get(PREFIX + "a")).contains("b");
        assertThat(new String(Base64.getUrlDecoder()
                        .decode(first(sealed(seal, Map.of("a", "b")))
                                .substring(2)
                                .split("\\.", 2)[0])))
                .contains("\"kid\":\"new\"");
    }

    static Stream<SessionSeal> others() {
        return Stream.of(
                new SessionSeal(keys("gone"), PREFIX),
                // the same id, another key
                new SessionSeal(Map.of("new", key("stranger")), PREFIX),
                new SessionSeal(keys("new"), "CognitoIdentityServiceProvider.another."));
    }

    @ParameterizedTest
    @Tag("C-18")
    @MethodSource("others")
    void whatAnotherSealedIsNoSession(SessionSeal other) {
        assertThat(open(seal, sealed(other, Map.of("a", "b"))).getAll().names()).isEmpty();
    }

    @ParameterizedTest
    @Tag("C-18")
    @ValueSource(ints = {0, 5, 60, 100, 140, 200, -1, -20, -30})
    void aChangedCharacterMakesItNoSession(int at) {
        String sealed = first(sealed(seal, Map.of("demo.accessToken", "a".repeat(40))));
        int index = at < 0 ? sealed.length() + at : at;
        char other = sealed.charAt(index) == 'A' ? 'Q' : 'A';
        String changed = sealed.substring(0, index) + other + sealed.substring(index + 1);

        assertThat(open(seal, Map.of(FIRST, changed)).getAll().names()).isEmpty();
        assertThat(open(seal, Map.of(FIRST, sealed.substring(0, index)))
                        .getAll()
                        .names())
                .isEmpty();
    }

    @ParameterizedTest
    @Tag("C-18")
    @ValueSource(
            strings = {
                "",
                ".",
                "....",
                "a.b.c.d.e",
                "null",
                "eyJhbGciOiJub25lIn0..",
                "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0....",
                "eyJhbGciOiJQQkVTMi1IUzI1NitBMTI4S1ciLCJwMmMiOjIwMDAwMDAwMDAsInAycyI6ImEifQ.a.b.c.d"
            })
    void junkIsNoSession(String junk) {
        assertThat(open(seal, Map.of(FIRST, junk)).getAll().names()).isEmpty();
        assertThat(open(seal, Map.of(FIRST, "1~" + junk)).getAll().names()).isEmpty();
    }

    /** What opens with our key, had it our header. */
    private record Jwe(String what, JWEHeader.Builder header, JWEEncrypter encrypter, boolean isOurs) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Jwe> jwes() throws JOSEException {
        byte[] key = Base64.getDecoder().decode(key("new").reveal());
        DirectEncrypter direct = new DirectEncrypter(key);
        return Stream.of(
                new Jwe("ours", header(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), direct, true),
                new Jwe(
                        "compressed",
                        header(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                                .compressionAlgorithm(CompressionAlgorithm.DEF),
                        direct,
                        false),
                new Jwe("another encryption", header(JWEAlgorithm.DIR, EncryptionMethod.A128CBC_HS256), direct, false),
                new Jwe(
                        "a wrapped key",
                        header(JWEAlgorithm.A256KW, EncryptionMethod.A256GCM),
                        new AESEncrypter(key),
                        false),
                new Jwe(
                        "a password's",
                        header(JWEAlgorithm.PBES2_HS256_A128KW, EncryptionMethod.A256GCM),
                        new PasswordBasedEncrypter(key, 8, 1000),
                        false),
                new Jwe(
                        "for nobody",
                        header(JWEAlgorithm.DIR, EncryptionMethod.A256GCM).customParam("org.amplifyjakarta.for", null),
                        direct,
                        false));
    }

    private static JWEHeader.Builder header(JWEAlgorithm algorithm, EncryptionMethod method) {
        return new JWEHeader.Builder(algorithm, method).keyID("new").customParam("org.amplifyjakarta.for", PREFIX);
    }

    @ParameterizedTest
    @MethodSource("jwes")
    @Tag("T-04")
    void ofOurKeysJwesThoseOfOneFormAreOpened(Jwe jwe) throws JOSEException {
        JWEObject object = new JWEObject(jwe.header().build(), new Payload(PREFIX + "a=b"));
        object.encrypt(jwe.encrypter());

        EnclosedCookies session = open(seal, Map.of(FIRST, "1~" + object.serialize()));

        assertThat(session.get(PREFIX + "a").isPresent()).isEqualTo(jwe.isOurs());
    }

    @Test
    @Tag("C-18")
    void chunksThatChangedPlacesAreNoSession() {
        Map<String, String> sent = sealed(seal, Map.of("demo.accessToken", "x".repeat(10_000)));
        Map<String, String> swapped = new LinkedHashMap<>(sent);
        swapped.put(NAME + 1, Objects.requireNonNull(sent.get(NAME + 2)));
        swapped.put(NAME + 2, Objects.requireNonNull(sent.get(NAME + 1)));

        assertThat(open(seal, sent).getAll().names()).isNotEmpty();
        assertThat(open(seal, swapped).getAll().names()).isEmpty();
    }

    private static Map<String, String> sealed(SessionSeal seal, Map<String, String> values) {
        InMemoryCookieStorage browser = InMemoryCookieStorage.empty();
        EnclosedCookies session = new EnclosedCookies(browser, new SealedChunks(seal), PREFIX, ATTRIBUTES);
        values.forEach((name, value) -> session.set(PREFIX + name, value, ATTRIBUTES));
        session.flush();
        Map<String, String> sent = new LinkedHashMap<>();
        browser.setCookies().forEach(cookie -> sent.put(cookie.name(), String.valueOf(cookie.value())));
        return sent;
    }

    private static String first(Map<String, String> sent) {
        return Objects.requireNonNull(sent.get(FIRST));
    }

    private static EnclosedCookies open(SessionSeal seal, Map<String, String> cookies) {
        return new EnclosedCookies(
                InMemoryCookieStorage.ofHeader(header(cookies)), new SealedChunks(seal), PREFIX, ATTRIBUTES);
    }

    private static String header(Map<String, String> cookies) {
        return cookies.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String[] names(int number) {
        return Stream.iterate(0, i -> i + 1).limit(number).map(i -> NAME + i).toArray(String[]::new);
    }

    private static Map<String, Secret> keys(String... ids) {
        Map<String, Secret> keys = new LinkedHashMap<>();
        List.of(ids).forEach(id -> keys.put(id, key(id)));
        return keys;
    }

    private static Secret key(String of) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (of.hashCode() * (i + 31));
        }
        return Secret.of(Base64.getEncoder().encodeToString(bytes));
    }
}
