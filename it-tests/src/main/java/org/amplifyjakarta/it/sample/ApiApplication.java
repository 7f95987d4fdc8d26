package org.amplifyjakarta.it.sample;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The API of the Posts application. */
@ApplicationPath("/api")
public class ApiApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                AdminResource.class,
                AttributesResource.class,
                ClientErrorMapper.class,
                ConfigurationResource.class,
                EchoResource.class,
                MeResource.class,
                PhotosResource.class,
                PlainResource.class,
                PostsResource.class,
                RestResource.class,
                SessionResource.class);
    }
}
