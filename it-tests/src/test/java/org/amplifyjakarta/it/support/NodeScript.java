package org.amplifyjakarta.it.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A script of Node that runs until this is closed; it ends with this JVM, too, for its standard input does. */
public final class NodeScript implements AutoCloseable {

    private static final int MINUTES_TO_START = 2;
    private static final int SECONDS_TO_END = 10;

    private final Process process;
    private final Path errors;
    private final JsonObject ready;

    private NodeScript(Process process, Path errors) throws IOException {
        this.process = process;
        this.errors = errors;
        try {
            this.ready = firstLine();
        } catch (RuntimeException e) {
            String told = Files.readString(errors);
            close();
            throw new IllegalStateException("the script did not start: " + told, e);
        }
    }

    static NodeScript start(Path directory, List<String> command) throws IOException {
        Path errors = Files.createTempFile("node", ".log");
        return new NodeScript(
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectError(errors.toFile())
                        .start(),
                errors);
    }

    /** Returns what the script said when it was ready. */
    public JsonObject ready() {
        return ready;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Files.delete(errors);
    }

    private JsonObject firstLine() {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = CompletableFuture.supplyAsync(() -> lineOf(output))
                .orTimeout(MINUTES_TO_START, TimeUnit.MINUTES)
                .join();
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    private static String lineOf(BufferedReader output) {
        try {
            String line = output.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
