package org.amplifyjakarta.it.localaws;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The same with conflict detection, which refuses who has not seen the last version; what is removed stays as a tombstone. */
final class VersionedPostsSchema extends PostsSchema {

    private static final String VERSION = "_version";

    VersionedPostsSchema(InstantSource clock) {
        super(clock);
    }

    @Override
    String file() {
        return "schema.versioned.graphql";
    }

    @Override
    Object create(ModelTable table, Map<String, Object> row, String owner) {
        return super.create(table, versioned(row, 1), owner);
    }

    @Override
    Map<String, Object> update(ModelTable table, Map<String, Object> row, Map<String, Object> changed) {
        int seen = requireSeen(row, changed);
        return super.update(table, row, versioned(changed, seen + 1));
    }

    @Override
    Map<String, Object> delete(ModelTable table, Map<String, Object> row, Map<String, Object> input) {
        int seen = requireSeen(row, input);
        Map<String, Object> gone = versioned(new HashMap<>(row), seen + 1);
        gone.put("_deleted", true);
        table.replace(gone);
        return gone;
    }

    /** JSON-B reads whole numbers as decimals. */
    private static int requireSeen(Map<String, Object> row, Map<String, Object> input) {
        int version = ((Number) Objects.requireNonNull(row.get(VERSION))).intValue();
        if (!(input.get(VERSION) instanceof Number seen) || seen.intValue() != version) {
            throw ServiceError.conflict(row);
        }
        return version;
    }

    private Map<String, Object> versioned(Map<String, Object> row, int version) {
        row.put(VERSION, version);
        row.put("_lastChangedAt", clock().millis());
        return row;
    }
}
