package org.amplifyjakarta.it.data;

import java.util.List;
import org.amplifyjakarta.data.Model;
import org.jspecify.annotations.Nullable;

/** A post along with its comments. */
@Model("Post")
public record PostWithComments(
        String id, String title, @Nullable List<Comment> comments) {

    /** A comment of it. */
    @Model
    public record Comment(@Nullable String id, String postID, String content) {}
}
