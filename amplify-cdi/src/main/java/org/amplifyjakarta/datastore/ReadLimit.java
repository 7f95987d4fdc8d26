package org.amplifyjakarta.datastore;

import org.amplifyjakarta.schema.ModelSchema;

/** What one call of DataStore may read, whatever its predicate makes of it. Bound to that call; not safe for other threads. */
final class ReadLimit {

    private static final int RECORDS_A_CALL = 100;
    private static final int LEAST_CALLS = 10;

    private final int maxRecords;
    private final int maxPages;
    private int records;
    private int pages;

    ReadLimit(int maxRecords) {
        this.maxRecords = maxRecords;
        this.maxPages = Math.max(LEAST_CALLS, maxRecords / RECORDS_A_CALL);
    }

    /** Counts a page that is to be read; what the API's filter left out of it counts as well. */
    void page(ModelSchema model) {
        if (++pages > maxPages) {
            throw DataStoreMessages.tooManyRecords(model, maxRecords);
        }
    }

    /** Counts a record that was read. */
    void record(ModelSchema model) {
        if (++records > maxRecords) {
            throw DataStoreMessages.tooManyRecords(model, maxRecords);
        }
    }
}
