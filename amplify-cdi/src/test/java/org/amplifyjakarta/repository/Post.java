package org.amplifyjakarta.repository;

import java.time.Instant;
import org.amplifyjakarta.data.Model;
import org.jspecify.annotations.Nullable;

/** A post with an index by title and time. */
@Model
public record Post(
        @Nullable String id,
        String title,
        @Nullable Integer rating,
        @Nullable Instant createdAt) {

    static Post titled(@Nullable String id, String title) {
        return new Post(id, title, null, null);
    }
}
