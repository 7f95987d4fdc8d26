package org.amplifyjakarta.it.guard;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Of {@link JsonWebTokenIT}. */
@ApplicationPath("/tokens")
public class JsonWebTokenApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(JsonWebTokenResource.class);
    }
}
