package org.amplifyjakarta.it.guard.resources;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.amplifyjakarta.guard.Authenticated;

/** A class for admins, with methods that say otherwise. */
@Path("/class")
@RolesAllowed("admins")
public class ClassResource {

    @GET
    public String none() {
        return "reached";
    }

    @GET
    @Path("permit")
    @PermitAll
    public String permit() {
        return "reached";
    }

    @GET
    @Path("deny")
    @DenyAll
    public String deny() {
        return "reached";
    }

    @GET
    @Path("signed-in")
    @Authenticated
    public String signedIn() {
        return "reached";
    }
}
