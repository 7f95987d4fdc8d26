package org.amplifyjakarta.config;

import java.util.List;
import java.util.Map;

/**
 * All configurations of an application: its own, and those of tenants below {@code amplify.config.<name>.}, for an
 * {@code AmplifyConfigResolver} to choose from. Immutable.
 *
 * @param unknownKeys keys below {@code amplify.} that mean nothing: misspelt, most likely
 */
public record AmplifyConfigs(AmplifyConfig own, Map<String, AmplifyConfig> named, List<String> unknownKeys) {

    public AmplifyConfigs {
        named = Map.copyOf(named);
        unknownKeys = List.copyOf(unknownKeys);
    }
}
