package org.amplifyjakarta.guard;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amplifyjakarta.config.GuardConfig;
import org.amplifyjakarta.guard.SignInRedirect.Form;
import org.amplifyjakarta.http.AmplifyRequest;
import org.amplifyjakarta.http.ReturnTo;

/** Tells somebody who goes to a page from a script that asks for data. */
final class Navigation {

    private static final String PARTIAL = "partial/ajax";
    private static final Pattern QUALITY = Pattern.compile(";\\s*q=([01](?:\\.\\d{0,3})?)");

    private Navigation() {}

    /** Returns how a guest who goes to a guarded page, or sends a form to one, comes to sign in; empty for anything else. */
    static Optional<SignInRedirect> toSignIn(AmplifyRequest request, GuardConfig config) {
        return form(request).map(form -> new SignInRedirect(address(request, config), form));
    }

    private static String address(AmplifyRequest request, GuardConfig config) {
        String signIn = request.contextPath() + config.signInPage();
        return signIn + "?" + ReturnTo.of(request.uri()).unlessBelow(signIn).query();
    }

    private static Optional<Form> form(AmplifyRequest request) {
        boolean posts = request.method().equals("POST");
        if (posts && request.header("Faces-Request").filter(PARTIAL::equals).isPresent()) {
            return Optional.of(Form.PARTIAL_RESPONSE);
        }
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        String mode = request.header("Sec-Fetch-Mode").orElse("navigate");
        return (reads || posts) && mode.equals("navigate") && prefersHtml(request)
                ? Optional.of(posts ? Form.SEE_OTHER : Form.FOUND)
                : Optional.empty();
    }

    private static boolean prefersHtml(AmplifyRequest request) {
        double html = 0;
        double json = 0;
        for (String header : request.headers("Accept")) {
            for (String range : header.toLowerCase(Locale.ROOT).split(",")) {
                String type = range.strip();
                if (type.startsWith("text/html") || type.startsWith("application/xhtml+xml")) {
                    html = Math.max(html, quality(type));
                } else if (type.contains("json")) {
                    json = Math.max(json, quality(type));
                }
            }
        }
        return html > 0 && html >= json;
    }

    private static double quality(String range) {
        Matcher quality = QUALITY.matcher(range);
        return quality.find() ? Double.parseDouble(quality.group(1)) : 1;
    }
}
