package org.amplifyjakarta.config;

/**
 * How DataStore reads and writes. Immutable.
 *
 * @param maxRecordsToSync how many records one query reads at most, 1 to 1 000 000
 */
public record DataStoreConfig(AuthModeStrategy authModeStrategy, int maxRecordsToSync) {

    /** In which auth modes a model is asked for. */
    public enum AuthModeStrategy {
        /** That of the API. */
        DEFAULT,
        /** Those of the model's rules, one after the other until one is let in. */
        MULTI_AUTH
    }

    static DataStoreConfig read(Values values) {
        return new DataStoreConfig(
                values.choice(ConfigKey.DATASTORE_AUTH_MODES, AuthModeStrategy.class),
                values.number(ConfigKey.DATASTORE_MAX_RECORDS, "", 1, 1_000_000));
    }
}
