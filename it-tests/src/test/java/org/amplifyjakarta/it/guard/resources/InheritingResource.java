package org.amplifyjakarta.it.guard.resources;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;

/** A class for admins; what it inherits is not its own. */
@Path("/inheriting")
@RolesAllowed("admins")
public class InheritingResource extends InheritedMethods {

    @Override
    public String overridden() {
        return "reached";
    }
}
