package org.amplifyjakarta.jaxrs.client;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.rest.AmplifyRest;
import org.amplifyjakarta.transport.OutgoingRequest;
import org.jspecify.annotations.Nullable;

/**
 * Authorizes the requests of a Jakarta REST client, as {@link AmplifyRest} does its own: signs them, adds a token, or
 * leaves them alone, as the API's auth mode says, in the session of the current request. A request that brings an
 * {@code Authorization} is left alone.
 *
 * <pre>{@code
 * Client client = ClientBuilder.newClient().register(SignedRequestFilter.of("notes"));
 * }</pre>
 *
 * <p>Clients of interfaces with {@link AmplifyApi} have it already. A body is held in memory, because its digest is
 * signed. What keeps it from authorizing a request, another address than the API's for one, comes as a
 * {@link NotAuthorizedRequestException}.
 *
 * <p>Safe for concurrent use.
 */
public final class SignedRequestFilter implements ClientRequestFilter, WriterInterceptor {

    private static final String INVOKED_METHOD = "org.eclipse.microprofile.rest.client.invokedMethod";
    private static final String PENDING = SignedRequestFilter.class.getName();

    private final @Nullable String apiName;
    private final Supplier<AmplifyRest> rest;

    SignedRequestFilter(@Nullable String apiName, Supplier<AmplifyRest> rest) {
        this.apiName = apiName;
        this.rest = rest;
    }

    /** Returns one for all that a client calls. Call it in a bean of the application. */
    public static SignedRequestFilter of(String apiName) {
        AmplifyRest rest = CDI.current().select(AmplifyRest.class).get();
        return new SignedRequestFilter(apiName, () -> rest);
    }

    /** Returns one for the clients whose interfaces have {@link AmplifyApi}; it leaves others alone. */
    static SignedRequestFilter ofAnnotated() {
        return new SignedRequestFilter(
                null, () -> CDI.current().select(AmplifyRest.class).get());
    }

    /** What is known before the body is. */
    private record Pending(AmplifyRest.Authorizer authorizer, String method, URI uri) {}

    @Override
    public void filter(ClientRequestContext request) {
        String name = apiName == null ? annotated(request.getProperty(INVOKED_METHOD)) : apiName;
        if (name == null || request.getHeaders().containsKey(HttpHeaders.AUTHORIZATION)) {
            return;
        }
        // clients write a blank as +, which means itself to those who check signatures
        URI uri = withoutPlus(request.getUri());
        request.setUri(uri);
        Pending pending = new Pending(authorizer(name, uri), request.getMethod(), uri);
        if (request.hasEntity()) {
            request.setProperty(PENDING, pending);
        } else {
            authorize(pending, request.getHeaders(), null);
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (!(context.getProperty(PENDING) instanceof Pending pending)) {
            context.proceed();
            return;
        }
        OutputStream wire = context.getOutputStream();
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        context.setOutputStream(held);
        context.proceed();
        byte[] body = held.toByteArray();
        authorize(pending, context.getHeaders(), body);
        context.setOutputStream(wire);
        wire.write(body);
    }

    private AmplifyRest.Authorizer authorizer(String name, URI uri) {
        try {
            return rest.get().authorizer(name, uri);
        } catch (AmplifyException e) {
            throw new NotAuthorizedRequestException(e);
        }
    }

    private static void authorize(Pending pending, MultivaluedMap<String, Object> headers, byte @Nullable [] body) {
        Map<String, List<String>> signed = new LinkedHashMap<>();
        headers.forEach((name, values) -> {
            // others may be set, or changed, on the way out
            String lowerCase = name.toLowerCase(Locale.ROOT);
            if (lowerCase.startsWith("x-amz-")) {
                signed.put(lowerCase, values.stream().map(Object::toString).toList());
            }
        });
        OutgoingRequest request = new OutgoingRequest(pending.method(), pending.uri(), signed, body);
        pending.authorizer().headers(request).forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.HOST)) {
                headers.put(name, List.copyOf(values));
            }
        });
    }

    private static URI withoutPlus(URI uri) {
        String query = uri.getRawQuery();
        return query == null || query.indexOf('+') < 0
                ? uri
                : URI.create(uri.toString().replace("?" + query, "?" + query.replace("+", "%20")));
    }

    private static @Nullable String annotated(@Nullable Object invoked) {
        AmplifyApi api =
                invoked instanceof Method method ? method.getDeclaringClass().getAnnotation(AmplifyApi.class) : null;
        return api == null ? null : api.value();
    }
}
