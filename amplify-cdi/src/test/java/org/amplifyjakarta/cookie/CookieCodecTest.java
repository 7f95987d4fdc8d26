package org.amplifyjakarta.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.amplifyjakarta.config.CookieConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is written is read back, whatever it is, and nothing written breaks out of its place. */
class CookieCodecTest {

    private static final CookieConfig ATTRIBUTES =
            new CookieConfig(null, "/", CookieConfig.SameSite.LAX, true, false, Duration.ofDays(1));

    @Test
    void everyCodePointComesBack() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .mapToObj(Character::toString)
                .forEach(text -> {
                    assertComesBack(PercentCoding.BROWSER_NAME, text);
                    assertComesBack(PercentCoding.SERVER_NAME, text);
                    assertComesBack(PercentCoding.COMPONENT, text);
                    assertComesBack(PercentCoding.BROWSER_VALUE, text);
                });
    }

    @Property
    void everyTextComesBackThroughACookieHeader(@ForAll("texts") String user, @ForAll("texts") String value) {
        String name = CookieName.ofClient("client").of(user, "accessToken");
        SetCookie cookie = SetCookie.keep(name, value, ATTRIBUTES, Instant.EPOCH);
        String pair = cookie.line().substring(0, cookie.line().indexOf("; Path="));

        // a browser keeps no quotes around a value, and js-cookie writes none
        assertThat(RequestCookies.parse("a=b; " + pair + "; c=d").first(name)).hasValue(value);
    }

    @Test
    @Tag("C-09")
    void severalCookieHeadersAreOne() {
        RequestCookies cookies = RequestCookies.parse(List.of("a=1; b=2", "c=3", "", "a=4"));

        assertThat(cookies.names()).containsExactly("a", "b", "c", "a");
        assertThat(cookies.values("a")).containsExactly("1", "4");
    }

    @Property
    void nothingWrittenBreaksOut(@ForAll("texts") String user, @ForAll("texts") String value) {
        String name = CookieName.ofClient("client").of(user, "accessToken");
        String line = SetCookie.keep(name, value, ATTRIBUTES, Instant.EPOCH).line();

        assertThat(line).matches("[ -~]*");
        assertThat(line.split(";", -1)).hasSize(6);
    }

    @Property
    void noHeaderMakesTheReaderFail(@ForAll String header) {
        RequestCookies cookies = RequestCookies.parse(header);

        cookies.names().forEach(cookies::values);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().all().ofMaxLength(40).filter(text -> text.codePoints()
                .noneMatch(point -> point >= 0xD800 && point <= 0xDFFF));
    }

    private static void assertComesBack(PercentCoding coding, String text) {
        String encoded = coding.encode(text);
        assertThat(PercentCoding.decode(encoded)).hasValue(text);
        assertThat(encoded).doesNotContain(";", "\r", "\n", "\u0000");
    }
}
