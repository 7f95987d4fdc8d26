package org.amplifyjakarta.credentials;

import java.util.Optional;

/** The identity of a guest in memory. Safe for concurrent use. */
final class HeldGuestIdentity implements GuestIdentity {

    private volatile Optional<String> identity;

    HeldGuestIdentity(Optional<String> identity) {
        this.identity = identity;
    }

    @Override
    public Optional<String> get() {
        return identity;
    }

    @Override
    public void keep(String identityId) {
        identity = Optional.of(identityId);
    }

    @Override
    public void forget() {
        identity = Optional.empty();
    }
}
