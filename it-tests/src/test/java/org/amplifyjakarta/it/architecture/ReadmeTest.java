package org.amplifyjakarta.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amplifyjakarta.config.ConfigKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadmeTest {

    @ParameterizedTest
    @EnumSource
    void everyKeyStandsInTheReadmeAsItIs(ConfigKey key) throws IOException {
        String standard = key.defaultValue().map(value -> "`" + value + "`").orElse("");

        assertThat(Files.readString(Path.of("../README.md")))
                .contains("| `" + key.key() + "` | " + standard + " | " + key.meaning() + " |");
    }
}
