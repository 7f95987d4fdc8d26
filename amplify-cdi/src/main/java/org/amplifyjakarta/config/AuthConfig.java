package org.amplifyjakarta.config;

import java.net.URI;
import org.amplifyjakarta.Secret;
import org.jspecify.annotations.Nullable;

/** Stub. */
public record AuthConfig(
        String userPoolId,
        String clientId,
        @Nullable Secret userPoolClientSecret,
        URI issuer,
        URI jwksUri,
        URI effectiveUserPoolEndpoint,
        String region) {}
