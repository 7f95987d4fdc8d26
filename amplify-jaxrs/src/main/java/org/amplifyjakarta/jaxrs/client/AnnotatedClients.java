package org.amplifyjakarta.jaxrs.client;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.util.Map;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderListener;

/**
 * Registers the filter, and the executor of asynchronous calls, with every client that MicroProfile REST Client builds; those without {@link AmplifyApi} do not
 * notice. Found by its services file. No {@code RestClientListener}, which knows the interface, because RESTEasy keeps
 * those, and with them the application's class loader, for as long as the server runs.
 */
public final class AnnotatedClients implements RestClientBuilderListener {

    @Override
    public void onNewBuilder(RestClientBuilder builder) {
        // the last to see a request, and the outermost around its body: what is signed is what is sent
        builder.register(
                SignedRequestFilter.ofAnnotated(),
                Map.of(
                        ClientRequestFilter.class, Integer.MAX_VALUE,
                        WriterInterceptor.class, Priorities.AUTHENTICATION));
        builder.executorService(SessionExecutor.ofServer());
    }
}
