package org.amplifyjakarta.it.repository;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Of {@link RepositoryIT}. */
@ApplicationPath("/repository")
public class RepositoryApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(RepositoryResource.class);
    }
}
