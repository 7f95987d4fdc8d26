package org.amplifyjakarta.data;

/** JSON that can stand in a page. */
final class HtmlJson {

    private HtmlJson() {}

    /** Escapes what could end a script element or begin a tag, and the two line ends that JavaScript once did not know in texts. */
    static String escaped(String json) {
        StringBuilder safe = new StringBuilder(json.length() + 16);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '<' || c == '>' || c == '&' || c == '\'' || c == '\u2028' || c == '\u2029') {
                safe.append("\\u%04x".formatted((int) c));
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }
}
