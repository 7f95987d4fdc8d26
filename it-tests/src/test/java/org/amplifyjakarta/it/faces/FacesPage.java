package org.amplifyjakarta.it.faces;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page as a browser reads it, as far as tests ask. */
record FacesPage(HttpResponse<String> answer) {

    private static final Pattern STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*?value=\"([^\"]*)\"");

    String html() {
        return answer.body();
    }

    int status() {
        return answer.statusCode();
    }

    /** Returns what a form of the view has to send along. */
    String viewState() {
        Matcher state = STATE.matcher(html());
        if (!state.find()) {
            throw new AssertionError("no view state in\n" + html());
        }
        return unescaped(state.group(1));
    }

    boolean has(String id) {
        return html().contains("id=\"" + id + "\"");
    }

    /** Returns an attribute of the element of that id. */
    String attribute(String id, String name) {
        Matcher attribute = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag(id));
        if (!attribute.find()) {
            throw new AssertionError("no " + name + " in " + tag(id));
        }
        return unescaped(attribute.group(1));
    }

    /** Returns what is in the element of that id, as it is written. */
    String content(String id) {
        Matcher element = Pattern.compile(
                        "<(\\w+)[^>]*\\sid=\"" + Pattern.quote(id) + "\"[^>]*>(.*?)</\\1>", Pattern.DOTALL)
                .matcher(html());
        if (!element.find()) {
            throw new AssertionError("no " + id + " in\n" + html());
        }
        return element.group(2);
    }

    /** Returns a form's body as browsers encode it. */
    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String tag(String id) {
        Matcher tag = Pattern.compile("<\\w+[^>]*\\sid=\"" + Pattern.quote(id) + "\"[^>]*>")
                .matcher(html());
        if (!tag.find()) {
            throw new AssertionError("no " + id + " in\n" + html());
        }
        return tag.group();
    }

    private static String unescaped(String text) {
        return text.replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
