package org.amplifyjakarta.token;

/**
 * What a Cognito token is for: its claim {@code token_use}, and the claim that names the app client.
 */
enum TokenUse {
    ACCESS("access", "client_id"),
    ID("id", "aud");

    private final String claim;
    private final String clientClaim;

    TokenUse(String claim, String clientClaim) {
        this.claim = claim;
        this.clientClaim = clientClaim;
    }

    String claim() {
        return claim;
    }

    String clientClaim() {
        return clientClaim;
    }
}
