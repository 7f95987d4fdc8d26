package org.amplifyjakarta.it.guard.resources;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** Has a bridge method. */
@Path("/generic")
@Consumes(MediaType.TEXT_PLAIN)
public class GenericResource implements GenericInterface<String> {

    @Override
    @RolesAllowed("admins")
    public String take(String value) {
        return "reached";
    }
}
