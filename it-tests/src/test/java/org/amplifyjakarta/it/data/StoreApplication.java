package org.amplifyjakarta.it.data;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Of {@link DataStoreIT}. */
@ApplicationPath("/store")
public class StoreApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(StoreResource.class);
    }
}
