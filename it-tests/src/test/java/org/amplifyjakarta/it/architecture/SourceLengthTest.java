package org.amplifyjakarta.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No file is longer than a sitting. */
class SourceLengthTest {

    private static final int MAX_LINES = 400;

    @Test
    void noSourceIsLongerThan400Lines() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        try (Stream<Path> files = Stream.of("amplify-cdi", "amplify-jaxrs", "amplify-faces", "it-tests")
                .map(module -> root.resolve(module).resolve("src"))
                .filter(Files::isDirectory)
                .flatMap(SourceLengthTest::sources)) {
            List<Path> tooLong = files.filter(file -> lines(file) > MAX_LINES).toList();

            assertThat(tooLong).as("sources of more than %d lines", MAX_LINES).isEmpty();
        }
    }

    private static Stream<Path> sources(Path module) {
        try {
            return Files.walk(module)
                    .filter(file -> file.toString().endsWith(".java")
                            && !file.toString().contains("node_modules"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
