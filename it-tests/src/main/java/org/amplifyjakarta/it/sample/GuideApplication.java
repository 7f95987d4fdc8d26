package org.amplifyjakarta.it.sample;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The examples of the Amplify guide, under the paths that it uses. */
@ApplicationPath("/apis")
public class GuideApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(CurrentUserResource.class);
    }
}
