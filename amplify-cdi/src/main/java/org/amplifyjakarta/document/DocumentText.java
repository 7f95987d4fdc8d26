package org.amplifyjakarta.document;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text, and what to call it in messages.
 *
 * @param place the file's name, or {@code document} for a string
 */
record DocumentText(String place, String text) {

    /** The place of a string. */
    static final String STRING = "document";

    private static final String CLASSPATH = "classpath:";
    private static final Pattern SDL = Pattern.compile("\\b(type|schema|extend)\\b[^{]*\\{");

    /** @throws org.amplifyjakarta.AmplifyException if the file is not there, or not UTF-8 */
    static DocumentText ofResource(String resource) {
        try (InputStream in = open(resource)) {
            if (in == null) {
                throw DocumentMessages.missing(resource);
            }
            return new DocumentText(resource, decoded(in));
        } catch (CharacterCodingException e) {
            throw DocumentMessages.notUtf8(resource);
        } catch (IOException e) {
            throw DocumentMessages.unreadable(resource, e);
        }
    }

    /**
     * Reads a schema: {@code classpath:<name>}, a path, a {@code file:} URI, or the text itself. A mere name that is no file is
     * looked for on the class path.
     *
     * @throws org.amplifyjakarta.AmplifyException if there is none
     */
    static String ofSchema(String location) {
        if (SDL.matcher(location).find()) {
            return location;
        }
        try (InputStream in = openSchema(location)) {
            if (in == null) {
                throw DocumentMessages.schemaMissing(location);
            }
            return decoded(in);
        } catch (IOException e) {
            throw DocumentMessages.schemaUnreadable(e);
        } catch (IllegalArgumentException e) {
            throw DocumentMessages.schemaMissing(location);
        }
    }

    private static @Nullable InputStream openSchema(String location) throws IOException {
        if (location.startsWith(CLASSPATH)) {
            return open(location.substring(CLASSPATH.length()));
        }
        Path path = location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
        return Files.isRegularFile(path) ? Files.newInputStream(path) : open(location);
    }

    private static @Nullable InputStream open(String name) {
        String resource = name.startsWith("/") ? name.substring(1) : name;
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return (loader == null ? DocumentText.class.getClassLoader() : loader).getResourceAsStream(resource);
    }

    private static String decoded(InputStream in) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(in.readAllBytes()))
                .toString()
                .replaceFirst("^\uFEFF", "");
    }
}
