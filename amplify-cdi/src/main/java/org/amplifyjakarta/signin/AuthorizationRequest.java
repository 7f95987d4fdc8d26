package org.amplifyjakarta.signin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.amplifyjakarta.config.RoutesConfig;

/**
 * The address at managed login that a sign-in begins with.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html">Cognito: the authorize
 *     endpoint</a>
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest">OpenID Connect Core §3.1.2.1</a>
 */
record AuthorizationRequest(RoutesConfig routes, SignInFlow flow, String redirectUri) {

    private static final int MAX_LENGTH = 512;

    /**
     * What a caller may add, as it came; nothing of it concerns where to. By {@code resource} whoever made the link chooses the
     * audience of the access token, among those that Cognito knows.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8707">RFC 8707: resource indicators</a>
     */
    private static final List<String> PASSED_ON = List.of("lang", "login_hint", "prompt", "resource");

    String address(String endpoint, RouteRequest request) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("redirect_uri", redirectUri);
        query.put("response_type", "code");
        query.put("client_id", request.config().requireUserPool().clientId());
        query.put("scope", String.join(" ", routes.scopes()));
        query.put("state", flow.state());
        query.put("code_challenge", flow.codeChallenge());
        query.put("code_challenge_method", "S256");
        query.put("nonce", flow.nonce());
        request.parameter("provider")
                .filter(AuthorizationRequest::isPassable)
                .ifPresent(provider -> query.put("identity_provider", identityProvider(provider)));
        PASSED_ON.forEach(name -> request.parameter(name)
                .filter(AuthorizationRequest::isPassable)
                .ifPresent(value -> query.put(name, value)));
        return routes.managedLogin() + endpoint + "?" + TokenEndpoint.encoded(query);
    }

    /** Amplify's names of social providers; any other is the name of one of the pool's own. */
    private static String identityProvider(String provider) {
        String name = provider.substring(0, 1).toUpperCase(Locale.ROOT)
                + provider.substring(1).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "Google", "Facebook" -> name;
            case "Amazon" -> "LoginWithAmazon";
            case "Apple" -> "SignInWithApple";
            default -> provider;
        };
    }

    private static boolean isPassable(String value) {
        return value.length() <= MAX_LENGTH && value.chars().noneMatch(Character::isISOControl);
    }

    /** Shows nothing of it. */
    @Override
    public String toString() {
        return "AuthorizationRequest[]";
    }
}
