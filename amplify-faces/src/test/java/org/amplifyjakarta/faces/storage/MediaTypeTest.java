package org.amplifyjakarta.faces.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

    @ParameterizedTest
    @Tag("P-08")
    @ValueSource(strings = {"html", "htm", "xhtml", "xml", "js", "mjs", "swf", "shtml", "svgz", "exe", ""})
    void whatABrowserCouldRunIsOfNoTypeAndSaved(String extension) {
        MediaType type = MediaType.of(extension);

        assertThat(type.text()).isEqualTo("application/octet-stream");
        assertThat(type.disposition()).isEqualTo("attachment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "pdf", "txt", "json", "zip"})
    void whatIsNoPictureIsSaved(String extension) {
        assertThat(MediaType.of(extension).disposition()).isEqualTo("attachment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "mp3", "webm"})
    void whatCanBeShownSafelyIs(String extension) {
        assertThat(MediaType.of(extension).disposition()).isNull();
    }
}
