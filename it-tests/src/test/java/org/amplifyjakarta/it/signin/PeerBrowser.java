package org.amplifyjakarta.it.signin;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts, which follows redirects within the peer and stops where one leads out of it. */
final class PeerBrowser {

    private static final Pattern ACTION = Pattern.compile("<form [^>]*method=\"post\" action=\"([^\"]*)\"");
    private static final Pattern HIDDEN = Pattern.compile("<input [^>]*type=\"hidden\"[^>]*>");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();

    /** A page of the peer's, or an answer that leads elsewhere. */
    record Arrival(URI address, int status, String page, Optional<URI> out) {

        /** Returns where the answer leads to, which is not the peer. */
        URI left() {
            return out.orElseThrow(() -> new AssertionError("still at " + address + ", " + status + ": " + page));
        }
    }

    Arrival open(String url) throws IOException, InterruptedException {
        // which is what makes it a browser to the peer: others get 401
        return arrive(HttpRequest.newBuilder(URI.create(url))
                .header("Accept", "text/html")
                .build());
    }

    /** Sends the form of a page, with what is hidden in it and what a person enters. */
    Arrival submit(Arrival at, Map<String, String> entered) throws IOException, InterruptedException {
        Matcher action = ACTION.matcher(at.page());
        if (!action.find()) {
            throw new AssertionError("no form at " + at.address() + ", " + at.status() + ": " + at.page());
        }
        Map<String, String> form = new LinkedHashMap<>();
        HIDDEN.matcher(at.page())
                .results()
                .forEach(input -> form.put(attribute(input.group(), "name"), attribute(input.group(), "value")));
        form.putAll(entered);
        return arrive(HttpRequest.newBuilder(at.address().resolve(action.group(1)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build());
    }

    private Arrival arrive(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        Optional<URI> next = answer.headers().firstValue("Location").map(request.uri()::resolve);
        boolean within = next.map(URI::getAuthority)
                .filter(request.uri().getAuthority()::equals)
                .isPresent();
        return within
                ? open(next.orElseThrow().toString())
                : new Arrival(request.uri(), answer.statusCode(), answer.body(), next);
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? value.group(1) : "";
    }
}
