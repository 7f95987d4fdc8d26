package org.amplifyjakarta.it.faces;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the forms of {@code <amplify:authenticator id="authenticator">} send, without a browser. */
final class AuthenticatorFields {

    private AuthenticatorFields() {}

    static Map<String, String> signIn(String username, String password) {
        Map<String, String> fields = of("signIn");
        fields.put("authenticator:username", username);
        fields.put("authenticator:password", password);
        return fields;
    }

    static Map<String, String> forgotPassword(String username) {
        Map<String, String> fields = of("forgotPassword");
        fields.put("authenticator:username", username);
        return fields;
    }

    /** Returns the fields that each form has, in a stateless view. */
    static Map<String, String> of(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("authenticator:sent", "authenticator");
        fields.put("authenticator:form", form);
        fields.put("authenticator:action", "submit");
        fields.put("jakarta.faces.ViewState", "stateless");
        return fields;
    }
}
