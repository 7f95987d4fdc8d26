package org.amplifyjakarta.it.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.config.DataStoreConfig.AuthModeStrategy;
import org.amplifyjakarta.data.Filter;
import org.amplifyjakarta.datastore.AmplifyDataStore;
import org.amplifyjakarta.datastore.StoreQuery;
import org.amplifyjakarta.graphql.GraphQLException;
import org.amplifyjakarta.it.data.PostWithComments.Comment;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings;
import org.amplifyjakarta.it.sample.Post;
import org.amplifyjakarta.it.sample.PostStatus;
import org.amplifyjakarta.it.support.LocalSession;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DataStore against an API that enforces its rules. */
class DataStoreTest {

    private static final LocalAws AWS = LocalAws.start(0);

    private final DataStores stores = new DataStores(AWS);
    private final AmplifyDataStore store = stores.store();
    private final AmplifyDataStore multiAuth = stores.multiAuth();

    @BeforeEach
    void settle() {
        AWS.change(settings -> Settings.DEFAULTS);
        AWS.forgetModels();
        AWS.forgetCalls();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    /** A predicate, and the ratings of the posts 0 to 9 that it holds of. */
    record Row(String name, Filter predicate, int... ratings) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> predicates() {
        return Stream.of(
                new Row("eq", Filter.where("title").eq("Post 3"), 3),
                new Row("ne", Filter.where("status").ne(PostStatus.DRAFT), 1, 3, 5, 7, 9),
                new Row("gt", Filter.where("rating").gt(7), 8, 9),
                new Row("ge", Filter.where("rating").ge(8), 8, 9),
                new Row("lt", Filter.where("rating").lt(1), 0),
                new Row("le", Filter.where("rating").le(1), 0, 1),
                new Row("between", Filter.where("rating").between(2, 3), 2, 3),
                new Row("beginsWith", Filter.where("title").beginsWith("Post 4"), 4),
                new Row("contains", Filter.where("title").contains("t 5"), 5),
                new Row("notContains", Filter.where("title").notContains("Post"), new int[0]),
                new Row("exists", Filter.where("content").exists(true), new int[0]),
                new Row("size", Filter.where("title").size("gt", 6), new int[0]),
                new Row("moment", Filter.where("createdAt").lt(Instant.parse("2026-01-01T00:00:01Z")), 0),
                new Row("owner", Filter.where("owner").eq("somebody"), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
                new Row("not", Filter.where("rating").lt(8).not(), 8, 9),
                new Row(
                        "and",
                        Filter.where("rating").gt(5).and(Filter.where("status").eq(PostStatus.DRAFT)),
                        6,
                        8),
                new Row(
                        "or",
                        Filter.where("rating").lt(1).or(Filter.where("title").eq("Post 9")),
                        0,
                        9),
                new Row(
                        "nested",
                        Filter.where("rating")
                                .lt(4)
                                .and(Filter.where("status")
                                        .ne(PostStatus.DRAFT)
                                        .or(Filter.where("rating").eq(2).not().not())),
                        1,
                        2,
                        3));
    }

    @ParameterizedTest
    @MethodSource("predicates")
    void aPredicateHolds(Row row) {
        AWS.fillPosts(10);

        assertThat(store.query(Post.class, row.predicate()))
                .map(Post::rating)
                .containsExactlyElementsOf(Arrays.stream(row.ratings()).boxed().toList());
    }

    @Test
    void postsAreSortedAndPaged() {
        AWS.fillPosts(25);
        StoreQuery byTitle = StoreQuery.ALL.ascending("title").descending("rating");

        assertThat(ids(store.query(Post.class, byTitle.page(0, 4)))).containsExactly("20", "10", "0", "21");
        assertThat(ids(store.query(Post.class, byTitle.page(8, 3)))).containsExactly("9");
        assertThat(store.query(Post.class, byTitle.page(9, 3))).isEmpty();
        assertThat(ids(store.query(Post.class, StoreQuery.ALL.page(2, 2)))).containsExactly("4", "5");
    }

    @Test
    void allAreRead() {
        AWS.fillPosts(2500);

        assertThat(store.query(Post.class)).hasSize(2500);
        assertThat(AWS.calls()).containsEntry("graphql", 3);
    }

    @Test
    void noMoreIsReadThanAPageTakes() {
        AWS.fillPosts(2500);

        assertThat(store.query(Post.class, StoreQuery.ALL.page(1, 10))).hasSize(10);
        assertThat(AWS.calls()).containsEntry("graphql", 1);
    }

    @Test
    void thereIsALimit() {
        AWS.fillPosts(20);
        try (LocalSession session = stores.open("demo", api -> api.maxRecordsToSync(19))) {
            AmplifyDataStore limited = store.in(session.context());

            assertThat(failure(() -> limited.query(Post.class)).name()).isEqualTo("TooManyRecords");
            assertThat(limited.query(Post.class, StoreQuery.ALL.page(1, 5))).hasSize(5);
            // what the API filters is not read
            assertThat(limited.query(Post.class, Filter.where("rating").gt(3))).hasSize(16);
        }
    }

    @Test
    void relationsLead() {
        Post first = multiAuth.save(post("first"));
        Post second = multiAuth.save(post("second"));
        Comment yes = multiAuth.save(new Comment(null, String.valueOf(first.id()), "yes"));
        multiAuth.save(new Comment(null, String.valueOf(second.id()), "no"));

        assertThat(multiAuth.query(Post.class, Filter.where("comments.content").eq("yes")))
                .containsExactly(first);
        assertThat(multiAuth.query(
                        Post.class, Filter.where("comments.content").eq("yes").not()))
                .containsExactly(second);
        assertThat(multiAuth.query(Comment.class, Filter.where("post.title").beginsWith("fi")))
                .containsExactly(yes);
        assertThat(multiAuth.query(
                        Comment.class, Filter.where("post.comments.post.title").eq("first")))
                .containsExactly(yes);
    }

    @Test
    void aRecordLives() {
        Post created = multiAuth.save(post("new"));
        String id = String.valueOf(created.id());
        Post changed = multiAuth.save(new Post(id, "changed", "text", PostStatus.DRAFT, 3, null, null, null));

        assertThat(changed.createdAt()).isEqualTo(created.createdAt());
        assertThat(multiAuth.query(Post.class, id)).contains(changed);
        assertThat(multiAuth.query(Post.class, Map.of("id", id))).contains(changed);
        assertThat(multiAuth.save(post("emptied", id)).content()).isNull();
        assertThat(multiAuth.delete(changed)).map(Post::id).contains(id);
        assertThat(multiAuth.delete(Post.class, id)).isEmpty();
        assertThat(multiAuth.delete(changed)).isEmpty();
        assertThat(multiAuth.query(Post.class, id)).isEmpty();
    }

    @Test
    void aKeyOfOnesOwnIsTaken() {
        assertThat(multiAuth.save(post("mine", "my-key")).id()).isEqualTo("my-key");
        assertThat(multiAuth.save(post("again", "my-key")).title()).isEqualTo("again");
        assertThat(multiAuth.query(Post.class)).hasSize(1);
    }

    @Test
    void aConditionIsKept() {
        Post post = multiAuth.save(post("a"));
        Filter other = Filter.where("title").eq("b");

        assertThat(graphQlFailure(() -> multiAuth.save(post("c", String.valueOf(post.id())), other)))
                .matches(GraphQLException::isConditionalCheckFailed);
        assertThat(graphQlFailure(() -> multiAuth.delete(post, other)))
                .matches(GraphQLException::isConditionalCheckFailed);
        assertThat(multiAuth
                        .save(
                                post("c", String.valueOf(post.id())),
                                Filter.where("title").eq("a"))
                        .title())
                .isEqualTo("c");
    }

    @Test
    void whatAPredicateHoldsOfIsRemoved() {
        Stream.of("a", "b", "c").forEach(title -> multiAuth.save(post(title)));

        assertThat(multiAuth.deleteAll(Post.class, Filter.where("title").ne("b")))
                .map(Post::title)
                .containsExactlyInAnyOrder("a", "c");
        assertThat(multiAuth.query(Post.class)).map(Post::title).containsExactly("b");
    }

    @Test
    void aModelIsAskedForInTheModesOfItsRules() {
        AWS.fillPosts(2);
        Post own = multiAuth.save(post("own"));

        assertThat(multiAuth.query(Post.class)).containsExactly(own);
        assertThat(store.query(Post.class)).hasSize(3);
    }

    @Test
    void aTokenRefusedHalfWayMakesTheNextModeBeginAnew() {
        AWS.fillPosts(1500, "demo");
        AWS.change(settings -> settings.withFail(new Settings.Fail("graphql", 401, "UnauthorizedException", 1, 1)));

        assertThat(ids(multiAuth.query(Post.class))).hasSize(1500).doesNotHaveDuplicates();
        // one page and a refusal as user, two pages as guest by signature
        assertThat(AWS.calls()).containsEntry("graphql", 4).containsEntry("GetCredentialsForIdentity", 1);
    }

    @Test
    void whereNoModeIsLetInTheLastErrorIsThrown() {
        AWS.change(settings -> settings.withFail(new Settings.Fail("graphql", 401, "UnauthorizedException", 3)));

        assertThat(graphQlFailure(() -> multiAuth.query(Post.class))).matches(GraphQLException::isUnauthorized);
        assertThat(AWS.calls()).containsEntry("graphql", 3);
    }

    @Test
    @Tag("X-09")
    void whatNobodyAnsweredIsNotAskedOfOthers() {
        AWS.change(settings -> settings.withFail(new Settings.Fail("graphql", 503, "ServiceUnavailable", 9)));

        assertThat(graphQlFailure(() -> multiAuth.query(Post.class)).statusCode())
                .isEqualTo(503);
        // three attempts in one mode
        assertThat(AWS.calls()).containsEntry("graphql", 3).doesNotContainKey("GetCredentialsForIdentity");
    }

    @Test
    void whatIsForbiddenWithinAnAnswerIsNoRefusalOfTheWhole() {
        PostWithComments post = new PostWithComments("id", "a post whose comments are forbidden", null);

        GraphQLException onSave = graphQlFailure(() -> multiAuth.save(post));

        assertThat(onSave.result()
                        .orElseThrow()
                        .field("createPost")
                        .asJsonObject()
                        .getString("id"))
                .isEqualTo("id");
        // whether it is there, and the one write
        assertThat(AWS.calls()).containsEntry("graphql", 2);
        assertThat(store.query(Post.class)).hasSize(1);
        assertThat(graphQlFailure(() -> multiAuth.query(PostWithComments.class)).isUnauthorized())
                .isTrue();
        assertThat(graphQlFailure(() -> multiAuth.delete(PostWithComments.class, "id"))
                        .isUnauthorized())
                .isTrue();
        assertThat(store.query(Post.class)).isEmpty();
    }

    @Test
    void anAddressThatIsToldNothingIsToldNothing() {
        try (LocalSession session = stores.open("demo", api -> api.customEndpoint(AWS.graphQlUrl(), "")
                .authModeStrategy(AuthModeStrategy.MULTI_AUTH))) {
            assertThat(graphQlFailure(() -> store.in(session.context()).query(Post.class))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(AWS.calls()).containsOnly(Map.entry("graphql", 1));
        }
    }

    @Test
    void onlyTheOwnerWrites() {
        Post post = multiAuth.save(post("mine"));
        try (LocalSession admin = stores.open("admin", api -> api.authModeStrategy(AuthModeStrategy.MULTI_AUTH))) {
            AmplifyDataStore others = store.in(admin.context());

            assertThat(graphQlFailure(() -> others.save(post("theirs", String.valueOf(post.id())))))
                    .matches(GraphQLException::isUnauthorized);
            assertThat(graphQlFailure(() -> others.delete(post))).matches(GraphQLException::isUnauthorized);
            assertThat(others.query(Post.class)).isEmpty();
        }
        assertThat(multiAuth.query(Post.class)).containsExactly(post);
    }

    @ParameterizedTest
    @Tag("G-02")
    @ValueSource(strings = {"titel", "comments", "nobody.title", "post", "title: {eq: 1}", "comments.post", "", "."})
    void onlyNamesOfTheSchemaArePredicates(String name) {
        AmplifyException failure =
                failure(() -> store.query(Post.class, Filter.where(name).eq("x")));

        assertThat(failure.name()).isEqualTo("InvalidField");
        assertThat(failure.getMessage()).doesNotContain("{eq");
        assertThat(failure(() -> store.query(Post.class, StoreQuery.ALL.ascending(name)))
                        .name())
                .isEqualTo("InvalidField");
    }

    @ParameterizedTest
    @Tag("G-01")
    @ValueSource(strings = {"\" } } } mutation { deletePost", "$id", "\u0000\u2028", "}"})
    void valuesAreValues(String value) {
        Post post = multiAuth.save(post(value));

        assertThat(multiAuth.query(Post.class, Filter.where("title").eq(value))).containsExactly(post);
        assertThat(multiAuth.query(Post.class, value)).isEmpty();
    }

    @Test
    void aKeyMustBeWhole() {
        assertThat(failure(() -> store.query(Post.class, Map.of())).name()).isEqualTo("InvalidField");
        assertThat(failure(() -> store.query(Post.class, Map.of("id", "x", "title", "y")))
                        .name())
                .isEqualTo("InvalidField");
    }

    @Test
    void aPageNeedsALimit() {
        assertThatThrownBy(() -> StoreQuery.ALL.page(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StoreQuery.ALL.page(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Post post(String title) {
        return new Post(null, title, null, null, null, null, null, null);
    }

    private static Post post(String title, String id) {
        return new Post(id, title, null, null, null, null, null, null);
    }

    private static List<String> ids(List<Post> posts) {
        return posts.stream().map(post -> String.valueOf(post.id())).toList();
    }

    private static AmplifyException failure(ThrowingCallable call) {
        return catchThrowableOfType(AmplifyException.class, call);
    }

    private static GraphQLException graphQlFailure(ThrowingCallable call) {
        return catchThrowableOfType(GraphQLException.class, call);
    }
}
