package org.amplifyjakarta.it.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.amplifyjakarta.it.localaws.SignedIn;

/**
 * The cookies of a browser in which Amplify JS signed a user in, and what becomes of them by the server's answers.
 *
 * <p>Not safe for concurrent use.
 */
public final class BrowserCookies {

    private static final String PREFIX = "CognitoIdentityServiceProvider.localclient000000000000001.";

    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** Returns the cookies of nobody. */
    public static BrowserCookies ofGuest() {
        return new BrowserCookies();
    }

    /** Returns the cookies of a user. */
    public static BrowserCookies of(SignedIn tokens) {
        BrowserCookies browser = new BrowserCookies();
        String user = encoded(tokens.username());
        browser.cookies.put(PREFIX + "LastAuthUser", user);
        browser.cookies.put(PREFIX + user + ".accessToken", tokens.accessToken());
        browser.cookies.put(PREFIX + user + ".idToken", tokens.idToken());
        browser.cookies.put(PREFIX + user + ".refreshToken", tokens.refreshToken());
        browser.cookies.put(PREFIX + user + ".clockDrift", "0");
        browser.cookies.put(
                PREFIX + user + ".signInDetails",
                "{%22loginId%22:%22" + user + "%22%2C%22authFlowType%22:%22USER_SRP_AUTH%22}");
        return browser;
    }

    /** Adds or replaces a cookie, as it is sent. */
    public BrowserCookies with(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    /** Returns the value of the cookie whose name ends like that, empty if there is none. */
    public String value(String suffix) {
        return cookies.entrySet().stream()
                .filter(cookie -> cookie.getKey().endsWith(suffix))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** Returns the {@code Cookie} header. */
    public String header() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Takes the {@code Set-Cookie} lines of an answer as a browser does. */
    public void take(List<String> lines) {
        for (String line : lines) {
            String pair = line.split(";", 2)[0];
            String name = pair.substring(0, pair.indexOf('='));
            if (line.contains("Max-Age=0") || line.contains("01 Jan 1970")) {
                cookies.remove(name);
            } else {
                cookies.put(name, pair.substring(pair.indexOf('=') + 1));
            }
        }
    }

    /** Encodes a name as js-cookie does, for the names used here. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2B", "+");
    }
}
