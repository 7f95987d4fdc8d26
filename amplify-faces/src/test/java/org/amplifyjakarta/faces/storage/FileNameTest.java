package org.amplifyjakarta.faces.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @Tag("P-01")
    @CsvSource({
        "C:\\Users\\me\\photo.png, photo.png, png",
        "../../etc/passwd, passwd, ''",
        "a.tar.GZ, a.tar.GZ, gz",
        "a.p/ng, ng, ''",
        "a.häml, a.häml, ''",
        ".htaccess, .htaccess, ''",
        "a., a., ''",
        "a.12345678901, a.12345678901, ''"
    })
    void onlyTheLastPartIsANameAndOnlyAPlainExtensionIsOne(String sent, String name, String extension) {
        FileName read = FileName.of(sent);

        assertThat(read.text()).isEqualTo(name);
        assertThat(read.extension()).isEqualTo(extension);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000.png", "a\r\n.png", "\u202ea.png", "a\ud800.png", "a\u2028.png"})
    void whatIsNotSeenIsNotInAName(String sent) {
        assertThat(FileName.of(sent).text()).isEqualTo("a.png");
    }

    @Test
    void aLongNameKeepsItsEnd() {
        String name = FileName.of("😀".repeat(300) + ".png").text();

        assertThat(name).endsWith("😀.png").hasSizeLessThanOrEqualTo(255);
        assertThat(Character.isHighSurrogate(name.charAt(0))).isTrue();
    }
}
