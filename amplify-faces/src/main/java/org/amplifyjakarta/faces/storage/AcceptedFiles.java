package org.amplifyjakarta.faces.storage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which files are taken, as HTML's {@code accept} says it: {@code image/*, .pdf, text/csv}; all where it says nothing. Immutable.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/input.html#attr-input-accept">HTML, accept</a>
 */
record AcceptedFiles(List<String> kinds) {

    /** Reads the attribute. */
    static AcceptedFiles of(String accept) {
        return new AcceptedFiles(Arrays.stream(accept.split(","))
                .map(kind -> kind.strip().toLowerCase(Locale.ROOT))
                .filter(kind -> !kind.isEmpty())
                .toList());
    }

    /** Tells whether a file of that name is taken; by its extension alone. */
    boolean include(FileName name) {
        String extension = name.extension();
        String type = MediaType.of(extension).text();
        return kinds.isEmpty() || kinds.stream().anyMatch(kind -> includes(kind, extension, type));
    }

    private static boolean includes(String kind, String extension, String type) {
        if (kind.startsWith(".")) {
            return !extension.isEmpty() && kind.substring(1).equals(extension);
        }
        if (kind.equals("*/*")) {
            return true;
        }
        return kind.endsWith("/*") ? type.startsWith(kind.substring(0, kind.length() - 1)) : kind.equals(type);
    }
}
