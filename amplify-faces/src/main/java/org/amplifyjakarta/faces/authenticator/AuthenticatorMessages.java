package org.amplifyjakarta.faces.authenticator;

/** What operators hear of forms that did not do; no method takes a text that could be a secret. */
final class AuthenticatorMessages {

    private AuthenticatorMessages() {}

    static String failed(FormKind form, String error) {
        return "AMP-7001 Authenticator: the form " + form.key() + " came to nothing by " + error
                + ". See the error's name in the Amazon Cognito API reference; check the app client and its flows.";
    }
}
