package org.amplifyjakarta.it.guard.resources;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The resources of the guard tests. */
@ApplicationPath("/guards")
public class GuardedApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                OpenResource.class,
                ClassResource.class,
                InheritingResource.class,
                InterfaceResource.class,
                GenericResource.class,
                LocatorResource.class,
                UserResource.class);
    }
}
