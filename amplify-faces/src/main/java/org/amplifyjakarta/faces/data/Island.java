package org.amplifyjakarta.faces.data;

import jakarta.faces.context.FacesContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * JSON in a page for its scripts, inert there: in HTML, in XHTML, in CDATA and in the answer to an Ajax request. Immutable.
 *
 * @param nonce the one of the page's Content Security Policy, null for none
 */
record Island(String id, @Nullable String nonce, String json) {

    /** Writes it; as it is, since what a response writer does to scripts differs. */
    void write(FacesContext context) throws IOException {
        context.getResponseWriter().write(html());
    }

    String html() {
        String once = nonce == null || nonce.isEmpty() ? "" : " nonce=\"" + attribute(nonce) + "\"";
        return "<script type=\"application/json\" id=\"" + attribute(id) + "\"" + once + ">" + inert(json)
                + "</script>";
    }

    /** Escapes, as JSON does within texts, what is more than a letter anywhere; it occurs in texts alone. */
    private static String inert(String json) {
        StringBuilder safe = new StringBuilder(json.length() + 16);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < json.length() && Character.isLowSurrogate(json.charAt(i + 1))) {
                safe.append(c).append(json.charAt(++i));
            } else if (isEscaped(c)) {
                safe.append("\\u%04x".formatted((int) c));
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }

    private static boolean isEscaped(char c) {
        return "<>&'".indexOf(c) >= 0
                || Character.isSurrogate(c)
                || c >= 0x7f && c <= 0x9f
                || c == '\u2028'
                || c == '\u2029'
                || c >= '\ufffe';
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
