package org.amplifyjakarta.it.sample;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;
import org.amplifyjakarta.data.AmplifyModels;
import org.amplifyjakarta.data.ListQuery;
import org.amplifyjakarta.data.ModelPage;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.jspecify.annotations.Nullable;

/** What the list of posts shows, and its form for a new one. */
@Named
@RequestScoped
public class PostsPage {

    private static final int SIZE = 20;

    @Inject
    AmplifyModels models;

    private @Nullable ModelPage<Post> page;
    private @Nullable String nextToken;
    private String title = "";
    private String content = "";

    /** Returns a page of posts, the newest of it first. */
    public List<Post> getPosts() {
        return page().items().stream()
                .sorted(Comparator.comparing(Post::createdAt, Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
    }

    /** Returns where the following page begins, null after the last. */
    public @Nullable String getFollowing() {
        return page().nextToken().map(PostText::encoded).orElse(null);
    }

    public String date(Post post) {
        return PostText.date(post);
    }

    /** Publishes what was typed, and shows it. */
    public String publish() {
        Post post = models.of(Post.class)
                .with(GraphQLOptions.DEFAULT.as(AuthMode.USER_POOL))
                .create(new Post(null, title.strip(), content, PostStatus.PUBLISHED, null, null, null, null));
        return "/post.xhtml?faces-redirect=true&id=" + post.id();
    }

    public @Nullable String getNextToken() {
        return nextToken;
    }

    public void setNextToken(String nextToken) {
        this.nextToken = nextToken;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getContent() {
        return content;
    }

    public void setContent(String content) {
        this.content = content;
    }

    private ModelPage<Post> page() {
        ModelPage<Post> known = page;
        if (known == null) {
            known = models.of(Post.class)
                    .list(ListQuery.ALL.withLimit(SIZE).from(nextToken))
                    .orThrow();
            page = known;
        }
        return known;
    }
}
