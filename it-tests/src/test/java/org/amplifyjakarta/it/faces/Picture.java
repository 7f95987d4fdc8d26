package org.amplifyjakarta.it.faces;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A picture of one pixel. */
final class Picture {

    private static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private Picture() {}

    static byte[] bytes() {
        return Base64.getDecoder().decode(PNG);
    }

    /** Writes it into a folder. */
    static Path in(Path folder) throws IOException {
        return Files.write(folder.resolve("a.png"), bytes());
    }
}
