package org.amplifyjakarta.it.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Objects;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/**
 * Spring Authorization Server in this JVM, with Cognito's paths and claims: {@code /oauth2/authorize}, {@code /login},
 * {@code /logout}, {@code /oauth2/token}, {@code /oauth2/revoke}, and the keys below an issuer that ends with a pool's id. It has
 * no {@code /signup}, no user pool API, and no refresh tokens for clients without a secret.
 */
final class SpringPeer implements AutoCloseable {

    static final String POOL = "us-east-1_SpringPeer";
    static final String USER = "ada";
    static final String OTHER_USER = "grace";
    static final String PASSWORD = "Passw0rd!";

    private final Server server = new Server();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final ServerConnector connector = new ServerConnector(server);

    static SpringPeer start() {
        SpringPeer peer = new SpringPeer();
        try {
            peer.open();
            return peer;
        } catch (Exception e) {
            peer.close();
            throw new IllegalStateException("Spring Authorization Server: did not start", e);
        }
    }

    /** Returns host and port. */
    String domain() {
        return "127.0.0.1:" + connector.getLocalPort();
    }

    String url() {
        return "http://" + domain();
    }

    String issuer() {
        return url() + "/" + POOL;
    }

    /** Asks the peer about a token, as RFC 7662 has it. */
    boolean isActive(String token) throws IOException, InterruptedException {
        String credentials = encoded(PeerClient.CONFIDENTIAL.id()) + ":"
                + encoded(Objects.requireNonNull(PeerClient.CONFIDENTIAL.secret()));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/oauth2/introspect"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.US_ASCII)))
                .POST(HttpRequest.BodyPublishers.ofString("token=" + encoded(token)))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        if (!answer.contains("\"active\":")) {
            throw new IllegalStateException("no introspection: " + answer);
        }
        return answer.contains("\"active\":true");
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Spring Authorization Server: did not stop", e);
        } finally {
            context.close();
        }
    }

    private void open() throws Exception {
        connector.setHost("127.0.0.1");
        // the port is part of the issuer, and that of what is set up now
        connector.open();
        context.registerBean(AuthorizationServerSettings.class, () -> AuthorizationServerSettings.builder()
                .issuer(issuer())
                .jwkSetEndpoint("/" + POOL + "/.well-known/jwks.json")
                .build());
        context.register(PeerConfiguration.class);
        context.refresh();
        ServletContextHandler handler = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
        handler.addFilter(
                new FilterHolder(context.getBean("springSecurityFilterChain", Filter.class)),
                "/*",
                EnumSet.of(DispatcherType.REQUEST));
        server.addConnector(connector);
        server.setHandler(handler);
        server.start();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
