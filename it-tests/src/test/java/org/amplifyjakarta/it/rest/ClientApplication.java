package org.amplifyjakarta.it.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Of {@link RestClientIT}. */
@ApplicationPath("/client")
public class ClientApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(ClientResource.class);
    }
}
