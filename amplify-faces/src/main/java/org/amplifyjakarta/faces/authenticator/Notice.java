package org.amplifyjakarta.faces.authenticator;

import java.util.Optional;
import java.util.stream.Stream;

/** What is said above the sign-in form after something else is done; carried by the address, so it says nothing of anybody. */
enum Notice {
    CONFIRMED("confirmed"),
    PASSWORD_CHANGED("passwordChanged"),
    EXPIRED("expired"),
    ENDED("ended");

    private final String key;

    Notice(String key) {
        this.key = key;
    }

    /** Returns its name in addresses and in the keys of texts. */
    String key() {
        return key;
    }

    static Optional<Notice> named(String key) {
        return Stream.of(values()).filter(notice -> notice.key.equals(key)).findFirst();
    }
}
