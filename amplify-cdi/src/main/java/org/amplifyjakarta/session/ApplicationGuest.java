package org.amplifyjakarta.session;

import java.util.Optional;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.credentials.GuestIdentity;

/** The guest that the application itself is; its pool is not opened before somebody asks. */
record ApplicationGuest(Pools pools, AmplifyConfig config) implements GuestIdentity {

    @Override
    public Optional<String> get() {
        return own().get();
    }

    @Override
    public void keep(String identityId) {
        own().keep(identityId);
    }

    @Override
    public void forget() {
        own().forget();
    }

    private GuestIdentity own() {
        return pools.identityPools().get(config).applicationGuest();
    }
}
