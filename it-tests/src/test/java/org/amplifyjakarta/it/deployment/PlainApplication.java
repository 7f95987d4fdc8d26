package org.amplifyjakarta.it.deployment;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** A small application of Jakarta REST and CDI. */
@ApplicationPath("/small")
public class PlainApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Plain.class);
    }

    /** Its resource. */
    @Path("/")
    public static class Plain {

        @GET
        public String plain() {
            return "ok";
        }
    }
}
