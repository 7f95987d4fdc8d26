package org.amplifyjakarta.it.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Goes to pages and submits their forms; keeps cookies, follows no redirect. Bound to one test. */
final class PageBrowser {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");

    private final HttpClient http;
    private final URI base;

    PageBrowser(URL base, HttpClient.Version version) {
        this.base = URI.create(base.toString());
        this.http = HttpClient.newBuilder()
                .version(version)
                .cookieHandler(new CookieManager())
                .build();
    }

    /** Gets a path below the application, or an address that a page named. */
    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(address)).header("Accept", "text/html"));
    }

    /** Submits the form of a page by one of its buttons. */
    HttpResponse<String> submit(HttpResponse<String> page, String note, String button)
            throws IOException, InterruptedException {
        return submitTo(attribute(page, "form", "action"), page, note, button);
    }

    /** Submits the form of a page to another address. */
    HttpResponse<String> submitTo(String address, HttpResponse<String> page, String note, String button)
            throws IOException, InterruptedException {
        return submit(address, page, note, Map.of(button, button), Map.of());
    }

    /** Submits the form of a page as the script behind {@code f:ajax} does. */
    HttpResponse<String> ajax(HttpResponse<String> page, String note) throws IOException, InterruptedException {
        return submit(
                attribute(page, "form", "action"),
                page,
                note,
                Map.of(
                        "jakarta.faces.source", "ajax",
                        "jakarta.faces.partial.event", "click",
                        "jakarta.faces.partial.ajax", "true",
                        "jakarta.faces.partial.execute", "ajax note",
                        "jakarta.faces.partial.render", "noted",
                        "ajax", "ajax"),
                Map.of("Faces-Request", "partial/ajax"));
    }

    /** Returns an attribute of the element with an id, as a browser reads it. */
    static String attribute(HttpResponse<String> page, String id, String name) {
        Matcher tag = Pattern.compile("<[^>]*\\bid=\"" + id + "\"[^>]*>").matcher(page.body());
        assertThat(tag.find()).as("element %s in %s", id, page.body()).isTrue();
        return attribute(tag.group(), name);
    }

    private HttpResponse<String> submit(
            String address,
            HttpResponse<String> page,
            String note,
            Map<String, String> more,
            Map<String, String> headers)
            throws IOException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            fields.put(attribute(hidden.group(), "name"), attribute(hidden.group(), "value"));
        }
        fields.put("note", note);
        fields.putAll(more);
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(encoded(fields)));
        headers.forEach(request::header);
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        assertThat(value.find()).as("attribute %s of %s", name, tag).isTrue();
        return value.group(1).replace("&amp;", "&");
    }
}
