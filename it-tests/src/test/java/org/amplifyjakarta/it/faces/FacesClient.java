package org.amplifyjakarta.it.faces;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.SampleClient;

/** A browser at the views, and what a script of theirs sends. Safe for as many threads as its cookies. */
record FacesClient(URL base, BrowserCookies browser) {

    private static final String BOUNDARY = "----boundary7MA4YWxk";
    private static final HttpClient PLAIN = HttpClient.newHttpClient();

    FacesPage get(String path) throws Exception {
        return new FacesPage(new SampleClient(base).navigate(path, browser));
    }

    /** Goes where a link of a page leads, no further. */
    HttpResponse<String> follow(String link) throws Exception {
        return new SampleClient(base).navigate(link.substring(base.getPath().length()), browser);
    }

    /** Gets what is at S3. */
    static HttpResponse<String> fetch(String url) throws Exception {
        return PLAIN.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return new SampleClient(base).send(request, browser);
    }

    FacesPage post(String view, Map<String, String> fields) throws Exception {
        return new FacesPage(send(new SampleClient(base)
                .request(view)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(FacesPage.form(fields)))));
    }

    /** Sends a file as a browser without scripts does. */
    FacesPage postFile(String view, String state, String name, String content) throws Exception {
        return new FacesPage(send(multipart(view, state, name, content).header("Sec-Fetch-Site", "same-origin")));
    }

    HttpRequest.Builder multipart(String view, String state, String name, String content) {
        String body = part("upload:sent", "upload")
                + part("jakarta.faces.ViewState", state)
                + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"upload:file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/html\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n";
        return new SampleClient(base)
                .request(view)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body));
    }

    /** Asks where to put a file. */
    JsonObject place(String view, String state, String name, String size) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("upload:sent", "upload");
        fields.put("upload:for", "place");
        fields.put("upload:name", name);
        fields.put("upload:size", size);
        fields.put("jakarta.faces.ViewState", state);
        return SampleClient.json(post(view, fields).answer());
    }

    /** Puts a file there. */
    static HttpResponse<String> put(JsonObject place, String content) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(place.getString("url"))).PUT(BodyPublishers.ofString(content));
        JsonObject headers = place.getJsonObject("headers");
        headers.keySet().forEach(name -> request.header(name, headers.getString(name)));
        return PLAIN.send(request.build(), BodyHandlers.ofString());
    }

    /** Tells that it is there. */
    FacesPage tell(String view, String state, String path, String ticket, String name) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("upload:sent", "upload");
        fields.put("upload:path", path);
        fields.put("upload:ticket", ticket);
        fields.put("upload:name", name);
        fields.put("jakarta.faces.ViewState", state);
        return post(view, fields);
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}
