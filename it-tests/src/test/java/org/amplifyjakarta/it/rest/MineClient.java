package org.amplifyjakarta.it.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import org.amplifyjakarta.jaxrs.client.AmplifyApi;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** An API that wants a user's token. */
@ApplicationScoped
@RegisterRestClient
@AmplifyApi("mine")
public interface MineClient {

    @GET
    String get();
}
