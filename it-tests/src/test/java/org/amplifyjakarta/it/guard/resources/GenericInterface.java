package org.amplifyjakarta.it.guard.resources;

import jakarta.ws.rs.PUT;

/** A method that the compiler bridges. */
public interface GenericInterface<T> {

    @PUT
    String take(T value);
}
