package org.amplifyjakarta.config;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One API of {@code API.REST} of Amplify's ResourcesConfig. Immutable.
 *
 * @param service the AWS service name that requests are signed for
 * @param authMode how requests say who makes them
 */
public record RestApiConfig(URI endpoint, @Nullable String region, String service, AuthMode authMode) {

    /** How a request says who makes it. */
    public enum AuthMode {
        /** Signed with the AWS credentials of the session, a guest's too. */
        IAM,
        /** With the user's id token. */
        ID_TOKEN,
        /** With the user's access token. */
        ACCESS_TOKEN,
        /** Not at all. */
        NONE
    }

    static Map<String, RestApiConfig> read(Values values) {
        Map<String, RestApiConfig> apis = new LinkedHashMap<>();
        for (String name : values.names(
                ConfigKey.REST_ENDPOINT, ConfigKey.REST_REGION, ConfigKey.REST_SERVICE, ConfigKey.REST_AUTH_MODE)) {
            URI endpoint = values.endpoint(ConfigKey.REST_ENDPOINT, name);
            if (endpoint == null) {
                values.fault(
                        ConfigKey.REST_ENDPOINT, name, "is missing beside the API's other keys.", "Set its address.");
            } else {
                apis.put(
                        name,
                        new RestApiConfig(
                                endpoint,
                                values.text(ConfigKey.REST_REGION, name).orElse(null),
                                values.text(ConfigKey.REST_SERVICE, name).orElse("execute-api"),
                                values.choice(ConfigKey.REST_AUTH_MODE, name, AuthMode.class)));
            }
        }
        return apis;
    }
}
