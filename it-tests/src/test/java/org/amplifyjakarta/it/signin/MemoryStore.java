package org.amplifyjakarta.it.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.ConcurrentHashMap;
import org.amplifyjakarta.store.SessionStore;

/** A store as an application may have one; for one server alone. */
@ApplicationScoped
public class MemoryStore {

    @Produces
    @ApplicationScoped
    SessionStore store() {
        return SessionStore.of(new ConcurrentHashMap<>());
    }
}
