package org.amplifyjakarta.storage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How a browser shows an object, and under which name it saves it. Immutable.
 *
 * @param type {@code attachment} or {@code inline}
 * @param filename any text, null for none
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6266">RFC 6266</a>
 */
public record ContentDisposition(String type, @Nullable String filename) {

    /** Returns the disposition of what is saved. */
    public static ContentDisposition attachment(String filename) {
        return new ContentDisposition("attachment", filename);
    }

    /** Returns the disposition of what is shown. */
    public static ContentDisposition inline() {
        return new ContentDisposition("inline", null);
    }

    /** Returns the header's value; the name is encoded, so that no name breaks out of it. */
    public String header() {
        if (filename == null) {
            return type;
        }
        String encoded = URLEncoder.encode(filename, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return type + "; filename*=UTF-8''" + encoded;
    }
}
