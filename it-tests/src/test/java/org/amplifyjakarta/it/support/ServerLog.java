package org.amplifyjakarta.it.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

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

    /** While the server works, files come and go beside its logs. */
    private static List<Path> logs(Path server) throws IOException {
        List<Path> logs = new ArrayList<>();
        Files.walkFileTree(server, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.getFileName().toString().matches("(server|messages|trace).*\\.log")) {
                    logs.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return logs;
    }
}
