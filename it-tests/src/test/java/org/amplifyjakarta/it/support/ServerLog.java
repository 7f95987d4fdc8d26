package org.amplifyjakarta.it.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the server under test has logged so far. On Open Liberty that includes what this library says at DEBUG. */
public final class ServerLog {

    private ServerLog() {}

    /** Returns the text of all its log files. */
    public static String text() throws IOException {
        Path server = Path.of(System.getProperty("it.target"), System.getProperty("arquillian.launch"));
        StringBuilder log = new StringBuilder();
        for (Path file : logs(server)) {
            log.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
        return log.toString();
    }

    private static List<Path> logs(Path server) throws IOException {
        try (Stream<Path> files = Files.walk(server)) {
            return files.filter(file -> file.getFileName().toString().matches("(server|messages|trace).*\\.log"))
                    .toList();
        }
    }
}
