package org.amplifyjakarta.it.data;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Of {@link PostsIT}. */
@ApplicationPath("/data")
public class DataApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(DataResource.class);
    }
}
