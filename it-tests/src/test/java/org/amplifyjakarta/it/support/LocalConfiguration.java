package org.amplifyjakarta.it.support;

import java.util.LinkedHashMap;
import java.util.Map;

/** The sample's way to a local AWS, as configuration properties. */
public final class LocalConfiguration {

    private LocalConfiguration() {}

    /** Returns the endpoints of the local AWS on a port. */
    public static Map<String, String> of(int port) {
        String base = "http://localhost:" + port;
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("amplify.auth.user-pool-endpoint", base + "/");
        properties.put("amplify.auth.issuer", base + "/us-east-1_LocalPool");
        return properties;
    }
}
