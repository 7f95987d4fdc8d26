package org.amplifyjakarta.it.storage;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Of {@link StorageIT}. */
@ApplicationPath("/storage")
public class StorageApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(ObjectsResource.class);
    }
}
