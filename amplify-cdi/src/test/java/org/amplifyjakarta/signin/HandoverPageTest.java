package org.amplifyjakarta.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("O-04")
class HandoverPageTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "/account, /account",
                "/a?b=c&d=e, /a?b=c&amp;d=e",
                "/a\", /a%22",
                "/a', /a%27",
                "/a`, /a%60",
                "/</script><script>, /%3C/script%3E%3Cscript%3E",
                "/a&quot;, /a&amp;quot;",
                "/;url=//evil, /;url=//evil",
                "/é, /_"
            })
    void theTargetIsTextInBothAttributes(String target, String shown) {
        assertThat(new HandoverPage(target).html())
                .contains("content=\"0; URL=" + shown + "\">", "<a href=\"" + shown + "\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u2028", "\u2029", "\n", "\r", "\t", "\0", " ", "\u007f", "\ud800", "\u00a0"})
    void whatEndsALineOrAnAddressEndsNeither(String character) {
        assertThat(new HandoverPage("/a" + character + "b").html()).contains("URL=/a_b\"", "href=\"/a_b\"");
    }

    @Test
    void itHoldsNoScriptAndMayHoldNone() {
        assertThat(new HandoverPage("/").html()).doesNotContain("script").doesNotContain("style");
        assertThat(HandoverPage.CONTENT_SECURITY_POLICY)
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
    }
}
