package org.amplifyjakarta.faces.authenticator;

import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.amplifyjakarta.config.AuthConfig.OAuth;
import org.amplifyjakarta.faces.Texts;
import org.amplifyjakarta.faces.user.SignInAddress;
import org.jspecify.annotations.Nullable;

/**
 * The buttons for identity providers, and those for managed login: links to the routes of sign-in, where there are any.
 *
 * @param returnTo where to go once signed in, context path included
 */
record FederatedLinks(SignInAddress addresses, Texts texts, String returnTo) {

    /** Cognito's names of those that Amplify's files have names of their own for. */
    private static final Map<String, String> PROVIDERS =
            Map.of("GOOGLE", "Google", "FACEBOOK", "Facebook", "AMAZON", "LoginWithAmazon", "APPLE", "SignInWithApple");

    private static final Map<String, String> BRANDS = Map.of("LoginWithAmazon", "Amazon", "SignInWithApple", "Apple");

    /** Writes the buttons of all providers. */
    void write(ResponseWriter writer) throws IOException {
        if (addresses.config().web().routes() == null || providers().isEmpty()) {
            return;
        }
        writer.startElement("p", null);
        writer.writeAttribute("class", "amplify-or", null);
        writer.writeText(texts.get("or"), null);
        writer.endElement("p");
        writer.startElement("p", null);
        writer.writeAttribute("class", "amplify-providers", null);
        for (String provider : providers()) {
            String brand = BRANDS.getOrDefault(provider, provider);
            link(writer, "sign-in", provider, texts.get("signInWith", brand));
        }
        writer.endElement("p");
    }

    /** Writes what stands in the place of forms. */
    void writeManagedLogin(ResponseWriter writer, boolean signUp) throws IOException {
        writer.startElement("p", null);
        writer.writeAttribute("class", "amplify-providers", null);
        link(writer, "sign-in", null, texts.get("signIn"));
        if (signUp) {
            link(writer, "sign-up", null, texts.get("signUp"));
        }
        writer.endElement("p");
        write(writer);
    }

    private void link(ResponseWriter writer, String path, @Nullable String provider, String text) throws IOException {
        writer.startElement("a", null);
        writer.writeAttribute("class", "amplify-button", null);
        writer.writeAttribute("href", addresses.of(path, returnTo, provider, null), null);
        writer.writeText(text, null);
        writer.endElement("a");
    }

    private List<String> providers() {
        OAuth oauth = addresses.config().auth().loginWith().oauth();
        return oauth == null
                ? List.of()
                : oauth.providers().stream()
                        .map(name -> PROVIDERS.getOrDefault(name.toUpperCase(Locale.ROOT), name))
                        .distinct()
                        .toList();
    }
}
