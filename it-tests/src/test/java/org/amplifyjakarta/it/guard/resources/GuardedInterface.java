package org.amplifyjakarta.it.guard.resources;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An interface whose annotation for Jakarta REST counts, and whose other one does not. */
@RolesAllowed("admins")
public interface GuardedInterface {

    @GET
    @Path("method")
    @RolesAllowed("admins")
    String method();
}
