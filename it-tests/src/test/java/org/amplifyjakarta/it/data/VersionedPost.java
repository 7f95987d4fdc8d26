package org.amplifyjakarta.it.data;

import org.amplifyjakarta.data.Model;
import org.jspecify.annotations.Nullable;

/** A post of an API that resolves conflicts. */
@Model("Post")
public record VersionedPost(
        @Nullable String id,
        String title,
        @Nullable Integer _version,
        @Nullable Long _lastChangedAt,
        @Nullable Boolean _deleted) {

    VersionedPost titled(String other) {
        return new VersionedPost(id, other, _version, null, null);
    }
}
