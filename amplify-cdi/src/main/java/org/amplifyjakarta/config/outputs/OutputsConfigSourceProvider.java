package org.amplifyjakarta.config.outputs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSourceProvider;

/**
 * Offers the values of Amplify's file as configuration properties, below every other source, so that each can be
 * overridden. Found by its services file; never throws.
 */
public final class OutputsConfigSourceProvider implements ConfigSourceProvider {

    @Override
    public Iterable<ConfigSource> getConfigSources(ClassLoader forClassLoader) {
        List<ConfigSource> sources = new ArrayList<>();
        for (Map.Entry<String, OutputsFile> found :
                OutputsLocator.locate(forClassLoader).entrySet()) {
            sources.add(new OutputsConfigSource(
                    found.getValue().name(), found.getValue().properties(found.getKey())));
        }
        return sources;
    }
}
