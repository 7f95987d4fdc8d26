package org.amplifyjakarta.it.deployment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.amplifyjakarta.jaxrs.client.AmplifyApi;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Uses MicroProfile REST Client, so that its undeployment can be looked at. */
@ApplicationPath("/notes")
public class NotesApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(NotesResource.class);
    }

    @ApplicationScoped
    @RegisterRestClient
    @AmplifyApi("notes")
    public interface Notes {

        @GET
        @Path("/nothing")
        CompletionStage<String> get();
    }

    @Path("/")
    public static class NotesResource {

        @Inject
        @RestClient
        Notes notes;

        @GET
        public CompletionStage<String> get() {
            return notes.get();
        }
    }
}
