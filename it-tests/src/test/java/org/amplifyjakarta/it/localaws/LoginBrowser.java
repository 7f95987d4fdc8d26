package org.amplifyjakarta.it.localaws;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without scripts, which stops at each redirect. */
final class LoginBrowser {

    static final String FORM_TYPE = "application/x-www-form-urlencoded";

    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]*)\"");
    private static final Pattern INPUT = Pattern.compile("<input [^>]*name=\"([^\"]*)\"[^>]*value=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();

    HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    /** Follows redirects of managed login itself up to the first page. */
    HttpResponse<String> open(String url) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(url);
        return answer.statusCode() == 302 ? get(location(answer)) : answer;
    }

    /** Sends a page's form, with what it holds already and what a person enters. */
    HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> entered)
            throws IOException, InterruptedException {
        Matcher action = ACTION.matcher(page.body());
        if (!action.find()) {
            throw new IllegalStateException("no form in " + page.body());
        }
        Form form = fields(page.body());
        for (Map.Entry<String, String> field : entered.entrySet()) {
            form = form.with(field.getKey(), field.getValue());
        }
        return post(page.uri().resolve(unescaped(action.group(1))).toString(), form);
    }

    /** Sends a form, with more headers as names and values in turn. */
    HttpResponse<String> post(String url, Form form, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", FORM_TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(form.encoded()));
        return http.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    /** Returns what a form holds. */
    static Form fields(String html) {
        Form fields = Form.of("");
        Matcher input = INPUT.matcher(html);
        while (input.find()) {
            fields = fields.with(unescaped(input.group(1)), unescaped(input.group(2)));
        }
        return fields;
    }

    /** Returns the query of where an answer leads. */
    static Form query(HttpResponse<String> answer) {
        return Form.of(URI.create(location(answer)).getRawQuery());
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
