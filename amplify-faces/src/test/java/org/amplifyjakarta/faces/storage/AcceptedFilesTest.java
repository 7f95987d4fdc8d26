package org.amplifyjakarta.faces.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedFilesTest {

    @ParameterizedTest
    @Tag("P-08")
    @CsvSource(
            delimiter = '|',
            value = {
                "image/*        | photo.png          | true",
                "image/*        | photo.PNG          | true",
                "image/*        | page.html          | false",
                "image/*        | photo.png.html     | false",
                "image/*        | png                | false",
                "image/*        | .png               | false",
                "image/*        | photo              | false",
                "IMAGE/PNG      | photo.png          | true",
                "image/png      | photo.jpg          | false",
                ".pdf, text/csv | a.pdf              | true",
                ".pdf, text/csv | a.csv              | true",
                ".pdf, text/csv | a.pdf.exe          | false",
                "''             | anything.exe       | true",
                "*/*            | anything           | true",
                ".              | anything.          | false"
            })
    void theExtensionDecidesWhatIsTaken(String accept, String name, boolean taken) {
        assertThat(AcceptedFiles.of(accept).include(FileName.of(name))).isEqualTo(taken);
    }
}
