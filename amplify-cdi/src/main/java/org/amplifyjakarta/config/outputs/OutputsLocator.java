package org.amplifyjakarta.config.outputs;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amplifyjakarta.config.ReadFault;
import org.jspecify.annotations.Nullable;

/**
 * Finds Amplify's file: where {@code amplify.outputs} says, otherwise the first of the usual names on the class path.
 * MicroProfile Config itself cannot be asked here, as this is part of its making; so the key is looked up in the three
 * standard sources.
 */
final class OutputsLocator {

    private static final List<String> USUAL_NAMES =
            List.of("amplify_outputs.json", "amplifyconfiguration.json", "aws-exports.js");
    private static final String PROPERTIES = "META-INF/microprofile-config.properties";
    private static final Pattern KEY = Pattern.compile("(amplify\\.(?:config\\.[^.]+\\.)?)outputs");
    private static final int MAX_BYTES = 5 * 1024 * 1024;

    private OutputsLocator() {}

    /** Returns the files by the prefix of the configuration that they belong to. */
    static Map<String, OutputsFile> locate(@Nullable ClassLoader loader) {
        ClassLoader from = loader == null ? ClassLoader.getSystemClassLoader() : loader;
        Map<String, OutputsFile> files = new LinkedHashMap<>();
        keys(from).forEach((key, location) -> {
            Matcher matcher = KEY.matcher(key);
            if (matcher.matches() && !location.isBlank()) {
                files.put(matcher.group(1), read(location.strip(), from));
            }
        });
        if (!files.containsKey("amplify.")) {
            USUAL_NAMES.stream()
                    .filter(name -> from.getResource(name) != null)
                    .findFirst()
                    .ifPresent(name -> files.put("amplify.", onClassPath(name, from)));
        }
        return files;
    }

    private static Map<String, String> keys(ClassLoader loader) {
        Map<String, String> keys = new LinkedHashMap<>();
        try {
            for (URL url : Collections.list(loader.getResources(PROPERTIES))) {
                Properties properties = new Properties();
                try (InputStream in = url.openStream()) {
                    properties.load(in);
                }
                properties.stringPropertyNames().forEach(key -> keys.putIfAbsent(key, properties.getProperty(key)));
            }
        } catch (IOException | IllegalArgumentException e) {
            // MicroProfile Config reads the same file, and says better what is wrong with it
        }
        Optional.ofNullable(System.getenv("AMPLIFY_OUTPUTS")).ifPresent(value -> keys.put("amplify.outputs", value));
        for (String key : System.getProperties().stringPropertyNames()) {
            keys.put(key, System.getProperty(key, ""));
        }
        return keys;
    }

    private static OutputsFile read(String location, ClassLoader loader) {
        if (location.startsWith("{")) {
            return OutputsFile.of("amplify.outputs", location);
        }
        if (location.startsWith("classpath:")) {
            return onClassPath(location.substring("classpath:".length()), loader);
        }
        try {
            Path path = location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
            return Files.isRegularFile(path) || !location.matches("[\\w.-]+")
                    ? of(location, Files.newInputStream(path))
                    : onClassPath(location, loader);
        } catch (IOException | IllegalArgumentException e) {
            return unreadable(location, e instanceof InvalidPathException ? "is no path." : "cannot be read.");
        }
    }

    private static OutputsFile onClassPath(String name, ClassLoader loader) {
        String resource = name.startsWith("/") ? name.substring(1) : name;
        try (InputStream in = loader.getResourceAsStream(resource)) {
            return in == null ? unreadable(name, "is not on the class path.") : of(name, in);
        } catch (IOException e) {
            return unreadable(name, "cannot be read.");
        }
    }

    private static OutputsFile of(String name, InputStream in) throws IOException {
        try (in) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES
                    ? unreadable(name, "is larger than 5 MB.")
                    : OutputsFile.of(name, new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static OutputsFile unreadable(String location, String rule) {
        String shown = location.length() > 80 ? location.substring(0, 80) + "…" : location;
        return OutputsFile.faulty(
                shown,
                new ReadFault(
                        shown,
                        "a file",
                        rule,
                        "Set amplify.outputs to classpath:<name>, to a file that the server can read, or to the JSON "
                                + "itself."));
    }
}
