package org.amplifyjakarta.config;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One API of {@code API.REST} of Amplify's ResourcesConfig. Immutable.
 *
 * @param service the AWS service name that requests are signed for
 */
public record RestApiConfig(URI endpoint, @Nullable String region, String service) {

    static Map<String, RestApiConfig> read(Values values) {
        Map<String, RestApiConfig> apis = new LinkedHashMap<>();
        for (String name : values.names(ConfigKey.REST_ENDPOINT, ConfigKey.REST_REGION, ConfigKey.REST_SERVICE)) {
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
                                values.text(ConfigKey.REST_SERVICE, name).orElse("execute-api")));
            }
        }
        return apis;
    }
}
