package org.amplifyjakarta.config.outputs;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** The values of one file. Immutable. */
final class OutputsConfigSource implements ConfigSource {

    /** Below {@code META-INF/microprofile-config.properties}, which has 100. */
    private static final int ORDINAL = 50;

    private final String name;
    private final Map<String, String> properties;

    OutputsConfigSource(String name, Map<String, String> properties) {
        this.name = name;
        this.properties = Map.copyOf(properties);
    }

    @Override
    public Set<String> getPropertyNames() {
        return properties.keySet();
    }

    @Override
    public @Nullable String getValue(String key) {
        return properties.get(key);
    }

    @Override
    public Map<String, String> getProperties() {
        return properties;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    /** Names the file alone: values are no matter for a log. */
    @Override
    public String toString() {
        return name;
    }
}
