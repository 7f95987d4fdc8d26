package org.amplifyjakarta.it.support;

import java.util.LinkedHashMap;
import java.util.Map;
import org.amplifyjakarta.it.localaws.LocalAws;

/** The sample's way to a local AWS, as configuration properties. */
public final class LocalConfiguration {

    private LocalConfiguration() {}

    /** Returns what the sample needs beside its own configuration. */
    public static Map<String, String> of(LocalAws aws) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("amplify.auth.user-pool-endpoint", aws.url() + "/");
        properties.put("amplify.auth.identity-pool-endpoint", aws.url() + "/");
        properties.put("amplify.rest.notes.endpoint", aws.notesUrl());
        properties.put("amplify.graphql.endpoint", aws.graphQlUrl());
        properties.put("amplify.rest.notes.region", "us-east-1");
        properties.put("amplify.auth.issuer", aws.issuerUri());
        properties.put("amplify.auth.oauth.domain", aws.managedLoginDomain());
        return properties;
    }

    /** Returns what makes the sign-in routes of an application at an origin, and tells managed login of them. */
    public static Map<String, String> routes(LocalAws aws, String origin, String contextPath) {
        allow(aws, origin + contextPath + "/api/auth");
        return Map.of("amplify.app-origin", origin);
    }

    /** Returns the same for routes at another path below the application. */
    public static Map<String, String> routes(LocalAws aws, String origin, String contextPath, String path) {
        allow(aws, origin + contextPath + path);
        return Map.of("amplify.app-origin", origin, "amplify.auth.routes.path", path);
    }

    /** Returns what keeps the sessions of the sign-in routes sealed. */
    public static Map<String, String> sealed() {
        return Map.of(
                "amplify.session.mode",
                "encrypted",
                "amplify.session.keys",
                "test:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    }

    /** Returns what the sample needs, with S3. */
    public static Map<String, String> withStorage(LocalAws aws) {
        Map<String, String> properties = of(aws);
        properties.put("amplify.storage.endpoint", aws.s3().url());
        return properties;
    }

    private static void allow(LocalAws aws, String routes) {
        aws.addCallbackUrl(routes + "/sign-in-callback");
        aws.addLogoutUrl(routes + "/sign-out-callback");
    }
}
