package org.amplifyjakarta.it.localaws;

/** The tokens of a user who is signed in; they are test tokens, and still not printed. */
public record SignedIn(String username, String accessToken, String idToken, String refreshToken) {

    @Override
    public String toString() {
        return "SignedIn[" + username + "]";
    }
}
