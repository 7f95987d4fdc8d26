package org.amplifyjakarta.it.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What Amplify's own packages made of the sample's schema. */
final class Fixtures {

    private Fixtures() {}

    static String text(String name) {
        try (InputStream stream =
                Objects.requireNonNull(Fixtures.class.getResourceAsStream("/amplify-data/" + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
