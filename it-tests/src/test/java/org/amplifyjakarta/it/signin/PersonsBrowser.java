package org.amplifyjakarta.it.signin;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A browser without scripts, as a person uses it. Cookies go by name and path, whatever the port. Two ports are two sites, as
 * an application and managed login are: {@code Strict} cookies stay at home on the way back.
 *
 * <p>Not safe for concurrent use.
 */
final class PersonsBrowser {

    private static final int MAX_REDIRECTS = 10;
    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]*)\"");
    private static final Pattern INPUT = Pattern.compile("<input [^>]*name=\"([^\"]*)\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern REFRESH = Pattern.compile("<meta http-equiv=\"refresh\" content=\"0; URL=([^\"]*)\">");

    private final HttpClient http;
    private final Map<String, Kept> cookies = new LinkedHashMap<>();

    PersonsBrowser() {
        this(HttpClient.newBuilder());
    }

    /** Makes one that trusts certificates which others do not. */
    PersonsBrowser(SSLContext trusting) {
        this(HttpClient.newBuilder().sslContext(trusting));
    }

    private PersonsBrowser(HttpClient.Builder http) {
        this.http = http.version(HttpClient.Version.HTTP_1_1).build();
    }

    private record Kept(String name, String value, String path, boolean strict) {}

    /**
     * A page, and the way there.
     *
     * @param passed addresses of redirects, and of the page
     */
    record Page(HttpResponse<String> answer, List<URI> passed) {

        int status() {
            return answer.statusCode();
        }

        URI address() {
            return answer.uri();
        }

        String text() {
            return answer.body();
        }

        /** Returns how often the way led through a path that ends like that. */
        long times(String path) {
            return passed.stream().filter(each -> each.getPath().endsWith(path)).count();
        }
    }

    /** Types an address. */
    Page open(String address) throws IOException, InterruptedException {
        return go(HttpRequest.newBuilder(URI.create(address)), null);
    }

    /** Follows a link, or what else a page leads to. */
    Page follow(Page from, String link) throws IOException, InterruptedException {
        return go(HttpRequest.newBuilder(from.address().resolve(link)), from.address());
    }

    /** Goes where a page goes on to by itself. */
    Page goOn(Page from) throws IOException, InterruptedException {
        return follow(from, refresh(from).orElseThrow());
    }

    /** Returns where a page goes on to by itself. */
    static Optional<String> refresh(Page page) {
        return Optional.of(REFRESH.matcher(page.text())).filter(Matcher::find).map(found -> unescaped(found.group(1)));
    }

    /** Fills in a page's form and sends it. */
    Page submit(Page page, Map<String, String> entered) throws IOException, InterruptedException {
        Matcher action = ACTION.matcher(page.text());
        if (!action.find()) {
            throw new IllegalStateException("no form in " + page.text());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = INPUT.matcher(page.text());
        while (input.find()) {
            fields.put(unescaped(input.group(1)), unescaped(input.group(2)));
        }
        fields.putAll(entered);
        return post(page, unescaped(action.group(1)), fields);
    }

    /** Sends a form of a page's. */
    Page post(Page page, String action, Map<String, String> fields) throws IOException, InterruptedException {
        URI own = page.address();
        return go(
                HttpRequest.newBuilder(own.resolve(action))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", own.getScheme() + "://" + own.getAuthority())
                        .POST(BodyPublishers.ofString(encoded(fields))),
                own);
    }

    /** Returns the value of a cookie; empty if there is none. */
    String value(String suffix) {
        return cookies.values().stream()
                .filter(kept -> kept.name.endsWith(suffix))
                .map(Kept::value)
                .findFirst()
                .orElse("");
    }

    /** Forgets the cookies of a path, as if they had run out. */
    void forget(String path) {
        cookies.values().removeIf(kept -> kept.path.equals(path));
    }

    /** Returns the names of the cookies of a path. */
    List<String> names(String path) {
        return cookies.values().stream()
                .filter(kept -> kept.path.equals(path))
                .map(Kept::name)
                .toList();
    }

    private Page go(HttpRequest.Builder first, @Nullable URI from) throws IOException, InterruptedException {
        List<URI> passed = new ArrayList<>();
        HttpRequest.Builder next = first;
        boolean crossed = false;
        for (int i = 0; i <= MAX_REDIRECTS; i++) {
            URI address = next.build().uri();
            passed.add(address);
            // once another site was on the way, it stays a request of another site
            crossed |= from != null && isOtherSite(from, address) || isOtherSite(passed.get(0), address);
            HttpResponse<String> answer = http.send(
                    dressed(next, from == null && !crossed ? "none" : crossed ? "cross-site" : "same-origin")
                            .build(),
                    BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::take);
            if (answer.statusCode() != 302) {
                return new Page(answer, passed);
            }
            String location = answer.headers().firstValue("Location").orElseThrow();
            next = HttpRequest.newBuilder(address.resolve(location));
        }
        throw new IllegalStateException(
                "redirected in a circle: " + passed.get(0).getPath());
    }

    private HttpRequest.Builder dressed(HttpRequest.Builder request, String site) {
        String path = request.build().uri().getPath();
        String sent = cookies.values().stream()
                .filter(kept -> path.startsWith(kept.path))
                .filter(kept -> !kept.strict || !site.equals("cross-site"))
                .map(kept -> kept.name + "=" + kept.value)
                .collect(Collectors.joining("; "));
        request.header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .header("Sec-Fetch-Site", site)
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document");
        return sent.isEmpty() ? request : request.header("Cookie", sent);
    }

    private void take(String line) {
        String pair = line.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        String path = line.replaceFirst("(?s).*; Path=([^;]*).*", "$1");
        if (line.contains("Max-Age=0")) {
            cookies.remove(name + path);
        } else {
            cookies.put(
                    name + path,
                    new Kept(name, pair.substring(pair.indexOf('=') + 1), path, line.contains("SameSite=Strict")));
        }
    }

    private static boolean isOtherSite(URI one, URI other) {
        return one.getPort() != other.getPort();
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
