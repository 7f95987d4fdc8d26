package org.amplifyjakarta.it.guard.resources;

import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import org.amplifyjakarta.session.AmplifyAuth;
import org.jspecify.annotations.Nullable;

/** Says who asks, in several ways. */
@Path("/user")
public class UserResource {

    @Inject
    AmplifyAuth auth;

    @GET
    public String name(@Context SecurityContext security) {
        return security.getUserPrincipal() == null
                ? "nobody"
                : security.getUserPrincipal().getName()
                        + (security.isUserInRole("admins") ? " admin" : "")
                        + (security.isUserInRole("**") ? " anything" : "");
    }

    @GET
    @Path("cookie")
    public String cookie(
            @Nullable @CookieParam("CognitoIdentityServiceProvider.localclient000000000000001.LastAuthUser")
                    String lastAuthUser) {
        return String.valueOf(lastAuthUser);
    }

    @GET
    @Path("redirect")
    public Response redirect() {
        auth.fetchAuthSession();
        return Response.status(Response.Status.FOUND)
                .header("Location", "/elsewhere")
                .build();
    }

    @GET
    @Path("failure")
    public Response failure() {
        auth.fetchAuthSession();
        throw new IllegalStateException("the application's own failure");
    }

    @GET
    @Path("streaming")
    public StreamingOutput streaming() {
        String user = auth.getCurrentUser().username();
        return out -> out.write(user.getBytes(StandardCharsets.UTF_8));
    }

    @GET
    @Path("cacheable")
    public Response cacheable() {
        return Response.ok(auth.getCurrentUser().username())
                .header("Cache-Control", "private, max-age=60")
                .build();
    }
}
