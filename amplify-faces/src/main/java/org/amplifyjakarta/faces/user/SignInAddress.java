package org.amplifyjakarta.faces.user;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.RoutesConfig;
import org.amplifyjakarta.faces.PageAddress;
import org.amplifyjakarta.http.ReturnTo;
import org.jspecify.annotations.Nullable;

/**
 * Where to sign in or up, and then to come back: at managed login where the application has routes to it, otherwise at its own
 * sign-in page. Immutable.
 */
public record SignInAddress(AmplifyConfig config, PageAddress page) {

    /**
     * Returns the address.
     *
     * @param path {@code sign-in} or {@code sign-up}
     * @param returnTo a path of this host, context path included; the root if it is none
     * @param provider null for none in particular
     * @param lang null for what managed login chooses
     */
    public String of(String path, String returnTo, @Nullable String provider, @Nullable String lang) {
        ReturnTo target = ReturnTo.of(returnTo);
        RoutesConfig routes = config.web().routes();
        return routes == null
                ? ownPage(path, target)
                : page.contextPath() + routes.path() + "/" + path + "?" + query(target, provider, lang);
    }

    private String ownPage(String path, ReturnTo target) {
        String signIn = page.contextPath() + config.web().guard().signInPage();
        String form = path.equals("sign-up") ? "authenticator=signUp&" : "";
        return signIn + "?" + form + target.unlessBelow(signIn).query();
    }

    private static String query(ReturnTo target, @Nullable String provider, @Nullable String lang) {
        StringBuilder query = new StringBuilder();
        if (provider != null) {
            query.append("provider=").append(encoded(provider)).append('&');
        }
        if (lang != null) {
            query.append("lang=").append(encoded(lang)).append('&');
        }
        return query.append(target.query()).toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
