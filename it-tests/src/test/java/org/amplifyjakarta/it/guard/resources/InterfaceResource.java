package org.amplifyjakarta.it.guard.resources;

import jakarta.ws.rs.Path;

/** Implements a guarded interface without saying anything itself. */
@Path("/interface")
public class InterfaceResource implements GuardedInterface {

    @Override
    public String method() {
        return "reached";
    }
}
