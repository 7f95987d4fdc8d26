package org.amplifyjakarta.it.sample;

import java.time.Instant;
import org.amplifyjakarta.data.Model;
import org.jspecify.annotations.Nullable;

/** A post, as the API keeps it. */
@Model
public record Post(
        @Nullable String id,
        String title,
        @Nullable String content,
        @Nullable PostStatus status,
        @Nullable Integer rating,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable String owner) {}
