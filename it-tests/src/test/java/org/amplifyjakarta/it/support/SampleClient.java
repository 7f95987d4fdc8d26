package org.amplifyjakarta.it.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the deployed sample as a browser's script would; keeps no cookies of its own. Safe for concurrent use. */
public final class SampleClient {

    // Open Liberty 26.0.0.3 sometimes never ends an answer after an upgrade to HTTP/2
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final String base;

    /** @param base the application's address, with a slash at its end */
    public SampleClient(URL base) {
        this.base = base.toString();
    }

    /** Gets a path below the application, and gives the answer's cookies to the browser. */
    public HttpResponse<String> get(String path, BrowserCookies browser) throws IOException, InterruptedException {
        return send(request(path).header("Accept", "application/json"), browser);
    }

    /** Goes to a page as a browser does when somebody follows a link. */
    public HttpResponse<String> navigate(String path, BrowserCookies browser) throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                        .header("Sec-Fetch-Mode", "navigate"),
                browser);
    }

    /** Posts JSON from the application's own page. */
    public HttpResponse<String> post(String path, String json, BrowserCookies browser)
            throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.ofString(json)),
                browser);
    }

    /** Starts a request of one's own. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
    }

    /** Sends a request with the browser's cookies, and gives it the answer's. */
    public HttpResponse<String> send(HttpRequest.Builder request, BrowserCookies browser)
            throws IOException, InterruptedException {
        if (!browser.header().isEmpty()) {
            request.header("Cookie", browser.header());
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        browser.take(answer.headers().allValues("Set-Cookie"));
        return answer;
    }

    /** Returns an answer's body as JSON. */
    public static JsonObject json(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }
}
