package org.amplifyjakarta.it.localaws;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an app asked of the authorize endpoint, checked.
 *
 * @param provider {@code COGNITO} or {@code Google}
 * @param query what it was read from, for the forms to go on with
 */
record AuthorizeRequest(
        String clientId,
        String redirectUri,
        String scope,
        String codeChallenge,
        @Nullable String state,
        @Nullable String nonce,
        String provider,
        Set<String> prompt,
        Form query) {

    static final String COGNITO = "COGNITO";
    static final String GOOGLE = "Google";
    static final List<String> SCOPES = List.of("openid", "email", "profile", "phone", "aws.cognito.signin.user.admin");

    private static final Set<String> ABOUT_THE_USER = Set.of("email", "profile", "phone");
    private static final Set<String> PROMPTS = Set.of("none", "login", "select_account", "consent");

    /**
     * Reads a request.
     *
     * @throws OAuthError if it is refused; told to the client only once its callback URL is known to be its own
     */
    static AuthorizeRequest read(Form query, RegisteredUrls urls) {
        String clientId = requireClient(query);
        String redirectUri = requireCallback(query, urls);
        try {
            return checked(clientId, redirectUri, query);
        } catch (OAuthError e) {
            throw e.toldTo(redirectUri, query.values().get("state"));
        }
    }

    /** Returns the id of the app client that a query names. */
    static String requireClient(Form query) {
        String clientId = query.required("client_id");
        if (AppClient.named(clientId).isEmpty()) {
            throw OAuthError.of("invalid_client", "Client " + OAuthError.shown(clientId) + " does not exist.");
        }
        return clientId;
    }

    /** Returns the callback URL that a query names, which is the client's own. */
    static String requireCallback(Form query, RegisteredUrls urls) {
        String redirectUri = query.required("redirect_uri");
        if (!urls.isCallback(redirectUri)) {
            throw OAuthError.of(
                    "redirect_mismatch", OAuthError.shown(redirectUri) + " is no callback URL of this client.");
        }
        return redirectUri;
    }

    boolean isPrompt(String value) {
        return prompt.contains(value);
    }

    /** Returns a refusal that the app shall know of. */
    OAuthError refused(String error, String description) {
        return OAuthError.of(error, description).toldTo(redirectUri, state);
    }

    private static AuthorizeRequest checked(String clientId, String redirectUri, Form query) {
        requireCode(query.required("response_type"));
        return new AuthorizeRequest(
                clientId,
                redirectUri,
                scope(query),
                codeChallenge(query),
                query.values().get("state"),
                query.text("nonce").orElse(null),
                provider(query),
                prompt(query),
                query);
    }

    private static void requireCode(String responseType) {
        if (responseType.equals("token")) {
            throw OAuthError.of("unauthorized_client", "The implicit grant is not allowed for this client.");
        }
        if (!responseType.equals("code")) {
            throw OAuthError.invalidRequest("response_type must be code.");
        }
    }

    private static String scope(Form query) {
        Set<String> asked = words(query, "scope");
        if (asked.isEmpty()) {
            return String.join(" ", SCOPES);
        }
        boolean needsOpenId = asked.stream().anyMatch(ABOUT_THE_USER::contains);
        if (!SCOPES.containsAll(asked) || (needsOpenId && !asked.contains("openid"))) {
            throw OAuthError.of("invalid_scope", "The scope is not allowed for this client.");
        }
        return String.join(" ", asked);
    }

    private static String codeChallenge(Form query) {
        String challenge = query.required("code_challenge");
        if (!query.required("code_challenge_method").equals("S256")) {
            throw OAuthError.invalidRequest("code_challenge_method must be S256.");
        }
        if (!challenge.matches("[A-Za-z0-9_-]{43}")) {
            throw OAuthError.invalidRequest("code_challenge is no SHA-256 digest in base64url.");
        }
        return challenge;
    }

    private static String provider(Form query) {
        if (query.text("idp_identifier").isPresent()) {
            throw OAuthError.invalidRequest("idp_identifier is not known.");
        }
        String provider = query.text("identity_provider").orElse(COGNITO);
        if (!provider.equals(COGNITO) && !provider.equals(GOOGLE)) {
            throw OAuthError.invalidRequest("identity_provider is not known.");
        }
        return provider;
    }

    private static Set<String> prompt(Form query) {
        Set<String> prompt = words(query, "prompt");
        if (!PROMPTS.containsAll(prompt) || (prompt.contains("none") && prompt.size() > 1)) {
            throw OAuthError.invalidRequest("prompt is not known.");
        }
        return prompt;
    }

    private static Set<String> words(Form query, String name) {
        Set<String> words =
                new LinkedHashSet<>(List.of(query.text(name).orElse("").strip().split(" +")));
        words.remove("");
        return words;
    }
}
