package org.amplifyjakarta.cookie;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.amplifyjakarta.Digest;

/**
 * The names under which Amplify JS keeps one app client's session.
 *
 * <p>Immutable.
 *
 * @param prefix {@code CognitoIdentityServiceProvider.<clientId>.}
 */
public record CookieName(String prefix) {

    /** What Amplify JS takes for the user while no {@code LastAuthUser} is kept. */
    public static final String UNKNOWN_USER = "username";

    private static final int TAG_LENGTH = 8;

    /** Returns the names of an app client. */
    public static CookieName ofClient(String clientId) {
        return new CookieName("CognitoIdentityServiceProvider." + clientId + ".");
    }

    /** Returns the names of a guest's identity: the one that is written, then other spellings that are looked for. */
    public static List<String> ofGuestIdentity(String identityPoolId) {
        return spellings(identityPoolId).stream()
                .map(spelling -> "com.amplify.Cognito." + spelling + ".identityId")
                .distinct()
                .toList();
    }

    /**
     * Returns a short digest of the app client, for names of cookies of our own: several applications of one host do not
     * overwrite one another's.
     */
    public String tag() {
        return Digest.of(prefix).text().substring(0, TAG_LENGTH);
    }

    /** Returns the name of the cookie that names the user who signed in last. */
    public String lastAuthUser() {
        return prefix + "LastAuthUser";
    }

    /** Returns the name of a user's field ({@code accessToken}) as a browser spells it: the form that is written. */
    public String of(String user, String field) {
        return prefix + PercentCoding.BROWSER_NAME.encode(user) + "." + field;
    }

    /**
     * Returns the spellings of a user inside a cookie's name that are looked for: the browser's first, then those of
     * Amplify's server adapter, of {@code encodeURIComponent}, and the bare name.
     */
    public static List<String> spellings(String user) {
        String browser = PercentCoding.BROWSER_NAME.encode(user);
        if (browser.equals(user)
                && user.indexOf('%') < 0
                && PercentCoding.COMPONENT.encode(user).equals(user)) {
            return List.of(user);
        }
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(browser);
        spellings.add(PercentCoding.SERVER_NAME.encode(user));
        spellings.add(PercentCoding.COMPONENT.encode(user));
        spellings.add(user);
        // Servlet containers read header bytes as ISO-8859-1: so a bare UTF-8 name arrives.
        spellings.add(new String(user.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        return List.copyOf(spellings);
    }
}
