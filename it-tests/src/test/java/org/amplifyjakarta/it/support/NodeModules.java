package org.amplifyjakarta.it.support;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The npm packages of a folder: the real Amplify JS and js-cookie in {@code src/test/node}, AppSync's simulator in
 * {@code src/test/node/appsync}. Installed from the lock file when first needed; where Node or npm is missing, the test that
 * asks is skipped.
 */
public final class NodeModules {

    private static final int MINUTES = 5;

    private final Path directory;

    private NodeModules(Path directory) {
        this.directory = directory;
    }

    /** Returns the packages of Amplify JS, or skips the test. */
    public static NodeModules orSkip() throws IOException, InterruptedException {
        return orSkip("src/test/node");
    }

    /** Returns the packages of a folder, or skips the test. */
    public static NodeModules orSkip(String folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(find("node").isPresent() && find("npm").isPresent(), "Node and npm are not there");
        NodeModules modules = new NodeModules(Path.of(folder).toAbsolutePath());
        modules.install();
        return modules;
    }

    /** Returns where a program is on the path. */
    static Optional<Path> find(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs a script with that standard input, and returns its standard output. */
    public String run(String script, String input, String... arguments) throws IOException, InterruptedException {
        return run(command(script, arguments), input);
    }

    /** Starts a script that says in one line of JSON when it is ready, and ends with its standard input. */
    public NodeScript start(String script, String... arguments) throws IOException {
        return NodeScript.start(directory, command(script, arguments));
    }

    /** Returns a script with all that it imports, for a page. */
    public String bundle(String script) throws IOException, InterruptedException {
        return run("bundle.mjs", "", script);
    }

    /** Returns a file of the packages. */
    public String file(String path) throws IOException {
        return Files.readString(directory.resolve("node_modules").resolve(path));
    }

    private static List<String> command(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        return command;
    }

    private void install() throws IOException, InterruptedException {
        Path lock = directory.resolve("package-lock.json");
        Path installed = directory.resolve("node_modules/.installed-lock.json");
        // both servers' test runs may come here at once
        try (FileChannel channel = FileChannel.open(
                directory.resolve(".install.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            if (!Files.exists(installed) || Files.mismatch(lock, installed) >= 0) {
                run(List.of("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"), "");
                Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private String run(List<String> command, String input) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("node", ".log");
        Path output = Files.createTempFile("node", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectError(errors.toFile())
                    .redirectOutput(output.toFile())
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + ": no end within " + MINUTES + " minutes");
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(command + ": " + Files.readString(errors));
            }
            return Files.readString(output);
        } finally {
            Files.deleteIfExists(errors);
            Files.deleteIfExists(output);
        }
    }
}
