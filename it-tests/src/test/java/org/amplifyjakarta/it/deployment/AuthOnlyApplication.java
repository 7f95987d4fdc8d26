package org.amplifyjakarta.it.deployment;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.graphql.DocumentFile;
import org.amplifyjakarta.graphql.GraphQLDocument;
import org.amplifyjakarta.rest.AmplifyRest;
import org.amplifyjakarta.session.AmplifyAuth;
import org.amplifyjakarta.storage.AmplifyStorage;

/** An application that has no use for Storage, and neither S3 nor graphql-java in its WAR. */
@ApplicationPath("/auth-only")
public class AuthOnlyApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(SignedInResource.class);
    }

    /** Its resource. */
    @Path("/signed-in")
    public static class SignedInResource {

        @Inject
        AmplifyAuth auth;

        @Inject
        AmplifyRest rest;

        @Inject
        Instance<AmplifyStorage> storage;

        @Inject
        @DocumentFile("graphql/titles.graphql")
        GraphQLDocument document;

        @GET
        @Path("document")
        public String document() {
            return document.text();
        }

        @GET
        public String signedIn() {
            if (storage.isResolvable()) {
                return "there is Storage without S3";
            }
            try {
                return auth.fetchAuthSession().isSignedIn() ? "signed in" : "guest";
            } catch (AmplifyException e) {
                return "no session to be had: " + e.name();
            }
        }
    }
}
