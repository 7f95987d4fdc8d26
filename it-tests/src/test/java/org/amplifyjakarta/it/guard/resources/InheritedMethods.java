package org.amplifyjakarta.it.guard.resources;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Methods for a class to inherit. */
public class InheritedMethods {

    @GET
    @Path("inherited")
    public String inherited() {
        return "reached";
    }

    @GET
    @Path("inherited-admins")
    @RolesAllowed("admins")
    public String inheritedForAdmins() {
        return "reached";
    }

    @GET
    @Path("overridden")
    @PermitAll
    public String overridden() {
        return "reached";
    }
}
