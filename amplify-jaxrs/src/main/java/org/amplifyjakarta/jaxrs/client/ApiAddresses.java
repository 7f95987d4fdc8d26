package org.amplifyjakarta.jaxrs.client;

import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.amplifyjakarta.config.AmplifyConfig;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSourceProvider;
import org.jspecify.annotations.Nullable;

/**
 * Tells MicroProfile REST Client, which asks MicroProfile Config, the address of an interface with {@link AmplifyApi}.
 * Found by its services file.
 */
public final class ApiAddresses implements ConfigSourceProvider {

    private static final String SUFFIX = "/mp-rest/uri";

    @Override
    public Iterable<ConfigSource> getConfigSources(ClassLoader forClassLoader) {
        return List.of(new Source(forClassLoader));
    }

    private record Source(ClassLoader classes) implements ConfigSource {

        @Override
        public Set<String> getPropertyNames() {
            return Set.of();
        }

        @Override
        public @Nullable String getValue(String key) {
            return key.endsWith(SUFFIX) ? address(key.substring(0, key.length() - SUFFIX.length())) : null;
        }

        @Override
        public String getName() {
            return "amplify.rest";
        }

        private @Nullable String address(String className) {
            try {
                AmplifyApi api = Class.forName(className, false, classes).getAnnotation(AmplifyApi.class);
                return api == null
                        ? null
                        : Optional.ofNullable(CDI.current()
                                        .select(AmplifyConfig.class)
                                        .get()
                                        .apis()
                                        .rest()
                                        .get(api.value()))
                                .map(found -> found.endpoint().toString())
                                .orElse(null);
            } catch (ClassNotFoundException | LinkageError e) {
                return null;
            }
        }
    }
}
