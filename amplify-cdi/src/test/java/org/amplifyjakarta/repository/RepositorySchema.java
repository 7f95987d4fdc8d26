package org.amplifyjakarta.repository;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.amplifyjakarta.config.AmplifyConfig;

/** The sample's models, and one whose key has two fields. */
public final class RepositorySchema {

    private RepositorySchema() {}

    /** Returns a configuration of them. */
    public static AmplifyConfig config() {
        return AmplifyConfig.builder()
                .graphQl(api -> api.endpoint("https://api.test/graphql").modelIntrospection(text()))
                .build();
    }

    /** Returns their introspection. */
    public static String text() {
        try (InputStream stream =
                Objects.requireNonNull(RepositorySchema.class.getResourceAsStream("/repository/introspection.json"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
