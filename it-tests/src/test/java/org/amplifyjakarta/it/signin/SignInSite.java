package org.amplifyjakarta.it.signin;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.Deployments;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.SampleClient;
import org.amplifyjakarta.it.support.ServerAddress;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The sample with its sign-in routes, and managed login without its forms. Safe for concurrent use. */
record SignInSite(LocalAws aws, URL base) {

    static final String SIGN_IN = "api/auth/sign-in";
    static final String CALLBACK = "api/auth/sign-in-callback";
    static final String SIGN_OUT = "api/auth/sign-out";
    static final String SIGN_OUT_CALLBACK = "api/auth/sign-out-callback";
    static final String SIGNING_OUT = "com.amplify.server_auth.isSigningOut";
    static final String REDIRECTING = "com.amplify.server_auth.isSigningOutRedirecting";
    static final String FLOW = "com.amplify.server_auth.flow.";

    /** Returns the sample under the test's name, known to managed login. */
    static WebArchive deployment(Class<?> test, LocalAws aws) {
        return deployment(test, aws, "/api/auth", Map.of());
    }

    /** Returns the same with sessions that are sealed. */
    static WebArchive sealed(Class<?> test, LocalAws aws) {
        return deployment(test, aws, "/api/auth", LocalConfiguration.sealed());
    }

    /** Returns the same with sessions that are stored. */
    static WebArchive stored(Class<?> test, LocalAws aws) {
        return deployment(test, aws, "/api/auth", Map.of("amplify.session.mode", "stored"))
                .addClass(MemoryStore.class);
    }

    /** Returns the same with the routes at another path, and with more configuration. */
    static WebArchive deployment(Class<?> test, LocalAws aws, String path, Map<String, String> more) {
        Map<String, String> configuration = LocalConfiguration.of(aws);
        configuration.putAll(LocalConfiguration.routes(aws, ServerAddress.origin(), "/" + test.getSimpleName(), path));
        configuration.put("amplify.auth.oauth.scopes", "openid,email,profile,aws.cognito.signin.user.admin");
        configuration.put("amplify.token.call-timeout", "PT2S");
        // the sample itself is for browsers that sign in as well
        configuration.put("amplify.cookie.http-only", "true");
        configuration.putAll(more);
        return Deployments.sample(test, configuration);
    }

    /** Returns the path of the application, without a slash at its end. */
    String context() {
        return base.getPath().substring(0, base.getPath().length() - 1);
    }

    /** Asks for a path below the application, with more headers as names and values in turn. */
    HttpResponse<String> get(String path, BrowserCookies browser, String... headers)
            throws IOException, InterruptedException {
        return send("GET", path, browser, headers);
    }

    HttpResponse<String> send(String method, String path, BrowserCookies browser, String... headers)
            throws IOException, InterruptedException {
        SampleClient client = new SampleClient(base);
        HttpRequest.Builder request = client.request(path).method(method, HttpRequest.BodyPublishers.noBody());
        return client.send(headers.length == 0 ? request : request.headers(headers), browser);
    }

    /** Begins a sign-in, and returns the address at managed login. */
    URI begin(BrowserCookies browser) throws IOException, InterruptedException {
        return URI.create(location(get(SIGN_IN, browser)));
    }

    /** Returns the callback, as a path below the application, for a user who signs in where a sign-in led to. */
    String callback(String username, URI authorize) {
        URI callback = aws.authorize(username, authorize.getRawQuery());
        return CALLBACK + "?" + callback.getRawQuery();
    }

    /** Begins a sign-in, lets managed login answer and comes back. */
    HttpResponse<String> signIn(String username, BrowserCookies browser) throws IOException, InterruptedException {
        return get(callback(username, begin(browser)), browser);
    }

    /** Returns the status of {@code api/me}: 200 for a user, 401 for a guest. */
    int me(BrowserCookies browser) throws IOException, InterruptedException {
        return get("api/me", browser).statusCode();
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /** Returns the parameters of an address, decoded. */
    static Map<String, String> query(String address) {
        Map<String, String> query = new LinkedHashMap<>();
        String raw = address.contains("?") ? address.substring(address.indexOf('?') + 1) : "";
        Arrays.stream(raw.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair ->
                        query.put(pair[0], pair.length == 1 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return query;
    }

    /** Returns the lines that keep a cookie, not those that remove one. */
    static List<String> kept(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(line -> !line.contains("Max-Age=0"))
                .toList();
    }
}
