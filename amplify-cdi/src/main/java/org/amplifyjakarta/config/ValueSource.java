package org.amplifyjakarta.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/** Where values are looked up: MicroProfile Config, or what a builder was told. */
interface ValueSource {

    /**
     * A value as it was found.
     *
     * @param expanded the value with {@code ${…}} replaced; null where that failed
     * @param raw the value as it was written: JSON may hold {@code ${…}} of its own
     */
    record Found(@Nullable String expanded, String raw, String source) {}

    Optional<Found> find(String key);

    List<String> keys();

    static ValueSource of(Config config) {
        return new ValueSource() {
            @Override
            public Optional<Found> find(String key) {
                try {
                    ConfigValue value = config.getConfigValue(key);
                    return value.getRawValue() == null
                            ? Optional.empty()
                            : Optional.of(new Found(value.getValue(), value.getRawValue(), value.getSourceName()));
                } catch (NoSuchElementException | IllegalArgumentException e) {
                    return Optional.of(new Found(null, "", "MicroProfile Config"));
                }
            }

            @Override
            public List<String> keys() {
                List<String> keys = new ArrayList<>();
                config.getPropertyNames().forEach(keys::add);
                return keys;
            }
        };
    }

    static ValueSource of(Map<String, String> values) {
        return new ValueSource() {
            @Override
            public Optional<Found> find(String key) {
                return Optional.ofNullable(values.get(key)).map(value -> new Found(value, value, "the builder"));
            }

            @Override
            public List<String> keys() {
                return List.copyOf(values.keySet());
            }
        };
    }
}
