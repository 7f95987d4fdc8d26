package org.amplifyjakarta.it.deployment;

import jakarta.ws.rs.GET;
import org.amplifyjakarta.jaxrs.client.AmplifyApi;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Names an API that nobody configured. */
@RegisterRestClient
@AmplifyApi("stray")
public interface StrayClient {

    @GET
    String get();
}
