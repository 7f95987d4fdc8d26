package org.amplifyjakarta.it.guard.resources;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A class without annotations of its own. */
@Path("/open")
public class OpenResource {

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
    @Path("any-role")
    @RolesAllowed("**")
    public String anyRole() {
        return "reached";
    }

    @GET
    @Path("twice")
    @RolesAllowed({"admins", "admins"})
    public String twice() {
        return "reached";
    }
}
