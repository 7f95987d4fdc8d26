package org.amplifyjakarta.it.guard.resources;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Leads on to another resource, for some and for all. */
@Path("/locator")
public class LocatorResource {

    @Path("admins")
    @RolesAllowed("admins")
    public Located forAdmins() {
        return new Located();
    }

    @Path("all")
    public Located forAll() {
        return new Located();
    }

    /** What is led on to. */
    public static class Located {

        @GET
        public String none() {
            return "reached";
        }

        @GET
        @Path("own")
        @RolesAllowed("admins")
        public String own() {
            return "reached";
        }
    }
}
