package org.amplifyjakarta.faces.storage;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name that a file had on somebody's computer: to be shown, never to be a key. Immutable.
 *
 * @param text its last part, without control and format characters, at most 255 long; empty for none
 */
record FileName(String text) {

    private static final int MAX_LENGTH = 255;
    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,10}");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

    /** Reads one as a browser sent it; some send a path. */
    static FileName of(String sent) {
        String seen = UNSEEN.matcher(sent).replaceAll("");
        String last = seen.substring(Math.max(seen.lastIndexOf('/'), seen.lastIndexOf('\\')) + 1)
                .strip();
        int from = Math.max(0, last.length() - MAX_LENGTH);
        // not between the two halves of a character
        int start = from > 0 && Character.isLowSurrogate(last.charAt(from)) ? from + 1 : from;
        return new FileName(last.substring(start));
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Returns its extension in lower case, without the dot; empty where it has none that may stand in a key. */
    String extension() {
        String extension = text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return text.lastIndexOf('.') > 0 && EXTENSION.matcher(extension).matches() ? extension : "";
    }
}
