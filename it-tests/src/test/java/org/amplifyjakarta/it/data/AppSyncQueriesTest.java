package org.amplifyjakarta.it.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;
import org.amplifyjakarta.data.Filter;
import org.amplifyjakarta.data.ListQuery;
import org.amplifyjakarta.data.ModelOperations;
import org.amplifyjakarta.data.ModelPage;
import org.amplifyjakarta.data.SortKey;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.amplifyjakarta.it.data.PostWithComments.Comment;
import org.amplifyjakarta.it.sample.Post;
import org.amplifyjakarta.it.sample.PostStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lists, pages, filters, indexes and relations, against the backend of {@link AppSyncSimulatorTest}. Posts are written once, and
 * then read alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppSyncQueriesTest {

    private static final GraphQLOptions AS_USER = GraphQLOptions.DEFAULT.as(AuthMode.USER_POOL);
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final AppSyncSimulator simulator = AppSyncSimulator.orSkip();
    private final AppSyncSimulator.Client demo = simulator.client("demo");
    private final ModelOperations<Post> posts = demo.posts();
    private final ModelOperations<Comment> comments = demo.models().of(Comment.class);
    private final List<Post> many = written("many", 30);
    private final List<Post> few = written("few", 5);

    AppSyncQueriesTest() throws IOException, InterruptedException {}

    @AfterAll
    void stop() throws IOException {
        demo.close();
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 1000})
    void allPagesAreRead(int limit) {
        ListQuery query = ListQuery.ALL.withLimit(limit);

        assertThat(posts.listAll(query.where(Filter.where("title").eq("many"))))
                .containsExactlyInAnyOrderElementsOf(many);
        assertThat(posts.queryAll("postsByTitle", "many", query)).containsExactlyElementsOf(many);
    }

    @Test
    void aPageEndsWhereTheNextBegins() {
        ListQuery query = ListQuery.ALL.withLimit(3);

        ModelPage<Post> first = posts.query("postsByTitle", "few", query);
        ModelPage<Post> second =
                posts.query("postsByTitle", "few", query.from(first.nextToken().orElseThrow()));

        assertThat(first.items()).isEqualTo(few.subList(0, 3));
        assertThat(second.items()).isEqualTo(few.subList(3, 5));
        assertThat(second.nextToken()).isEmpty();
    }

    @Test
    void aPageMayBeShortAndHaveANextOne() {
        ListQuery query = ListQuery.ALL.where(Filter.where("rating").eq(29)).withLimit(20);

        ModelPage<Post> first = posts.query("postsByTitle", "many", query);

        assertThat(first.items()).isEmpty();
        assertThat(posts.query(
                                "postsByTitle",
                                "many",
                                query.from(first.nextToken().orElseThrow()))
                        .items())
                .isEqualTo(many.subList(29, 30));
    }

    record Filtered(Filter filter, List<Integer> ratings) {

        static Stream<Filtered> all() {
            Filter draft = Filter.where("status").eq(PostStatus.DRAFT);
            return Stream.of(
                    new Filtered(rating().eq(2), List.of(2)),
                    new Filtered(rating().ne(2), List.of(0, 1, 3, 4)),
                    new Filtered(rating().lt(2), List.of(0, 1)),
                    new Filtered(rating().le(2), List.of(0, 1, 2)),
                    new Filtered(rating().gt(2), List.of(3, 4)),
                    new Filtered(rating().ge(2), List.of(2, 3, 4)),
                    new Filtered(rating().between(1, 3), List.of(1, 2, 3)),
                    new Filtered(rating().between(1, 3).not(), List.of(0, 4)),
                    new Filtered(Filter.where("content").exists(false), List.of(0)),
                    new Filtered(Filter.where("content").exists(true), List.of(1, 2, 3, 4)),
                    new Filtered(Filter.where("content").beginsWith("text of 1"), List.of(1)),
                    new Filtered(Filter.where("content").contains("of 3"), List.of(3)),
                    new Filtered(Filter.where("createdAt").gt(FIRST.plusSeconds(3)), List.of(4)),
                    new Filtered(draft, List.of(0, 2, 4)),
                    new Filtered(Filter.where("status").ne(PostStatus.DRAFT), List.of(1, 3)),
                    new Filtered(draft.and(rating().gt(1)), List.of(2, 4)),
                    new Filtered(draft.not().or(rating().eq(0)), List.of(0, 1, 3)));
        }

        private static Filter.Field rating() {
            return Filter.where("rating");
        }
    }

    @ParameterizedTest
    @MethodSource("org.amplifyjakarta.it.data.AppSyncQueriesTest$Filtered#all")
    void aFilterFinds(Filtered filtered) {
        Filter filter = Filter.where("title").eq("few").and(filtered.filter());

        assertThat(posts.listAll(ListQuery.ALL.where(filter)))
                .extracting(Post::rating)
                .containsExactlyInAnyOrderElementsOf(filtered.ratings());
    }

    record Sorted(ListQuery query, List<Integer> ratings) {

        static Stream<Sorted> all() {
            Instant third = FIRST.plusSeconds(2);
            ListQuery drafts = ListQuery.ALL.where(Filter.where("status").eq(PostStatus.DRAFT));
            return Stream.of(
                    new Sorted(ListQuery.ALL.highestFirst(), List.of(4, 3, 2, 1, 0)),
                    new Sorted(with(SortKey.eq(third)), List.of(2)),
                    new Sorted(with(SortKey.lt(third)), List.of(0, 1)),
                    new Sorted(with(SortKey.le(third)), List.of(0, 1, 2)),
                    new Sorted(with(SortKey.gt(third)), List.of(3, 4)),
                    new Sorted(with(SortKey.ge(third)).highestFirst(), List.of(4, 3, 2)),
                    new Sorted(with(SortKey.between(FIRST, third)), List.of(0, 1, 2)),
                    new Sorted(with(SortKey.beginsWith("2026-01")), List.of(0, 1, 2, 3, 4)),
                    new Sorted(drafts.withSortKey(SortKey.gt(FIRST)), List.of(2, 4)));
        }

        private static ListQuery with(SortKey sortKey) {
            return ListQuery.ALL.withSortKey(sortKey);
        }
    }

    @ParameterizedTest
    @MethodSource("org.amplifyjakarta.it.data.AppSyncQueriesTest$Sorted#all")
    void anIndexSorts(Sorted sorted) {
        assertThat(posts.queryAll("postsByTitle", "few", sorted.query()))
                .extracting(Post::rating)
                .containsExactlyElementsOf(sorted.ratings());
    }

    @Test
    void whatNothingHasIsNotFound() {
        assertThat(posts.listAll(ListQuery.ALL.where(Filter.where("title").eq("none"))))
                .isEmpty();
        assertThat(posts.queryAll("postsByTitle", "none", ListQuery.ALL)).isEmpty();
    }

    @Test
    void relationsLeadBothWays() {
        Post post = few.get(0);
        List<Comment> written = Stream.of("first", "second", "third")
                .map(text -> comments.with(AS_USER).create(new Comment(null, id(post), text)))
                .toList();

        ModelPage<Comment> page = related(post, ListQuery.ALL.withLimit(2));
        List<Comment> all = new ArrayList<>(page.items());
        all.addAll(related(post, ListQuery.ALL.from(page.nextToken().orElseThrow()))
                .items());

        // written within a millisecond, they have no order
        assertThat(all).containsExactlyInAnyOrderElementsOf(written);
        assertThat(related(few.get(1), ListQuery.ALL).items()).isEmpty();
        assertThat(comments.relatedOne(written.get(0), "post", Post.class)).contains(post);
        assertThat(demo.models()
                        .of(PostWithComments.class)
                        .get(id(post))
                        .orElseThrow()
                        .comments())
                .containsExactlyInAnyOrderElementsOf(written);
    }

    private ModelPage<Comment> related(Post post, ListQuery query) {
        return posts.related(post, "comments", Comment.class, query);
    }

    /** Writes posts a second apart, with rating 0 and on, every other one a draft; the first has no content. */
    private List<Post> written(String title, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> posts.with(AS_USER)
                        .create(new Post(
                                null,
                                title,
                                i == 0 ? null : "text of " + i,
                                i % 2 == 0 ? PostStatus.DRAFT : PostStatus.PUBLISHED,
                                i,
                                FIRST.plusSeconds(i),
                                null,
                                null)))
                .toList();
    }

    private static String id(Post post) {
        return Objects.requireNonNull(post.id());
    }
}
