package org.amplifyjakarta.credentials;

import java.util.Optional;

/** Keeps nothing. */
enum NoGuestIdentity implements GuestIdentity {
    NONE;

    @Override
    public Optional<String> get() {
        return Optional.empty();
    }

    @Override
    public void keep(String identityId) {
        // nowhere to keep it
    }

    @Override
    public void forget() {
        // nothing is kept
    }
}
