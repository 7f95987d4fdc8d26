package org.amplifyjakarta.it.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;
import org.amplifyjakarta.data.Filter;
import org.amplifyjakarta.data.ListQuery;
import org.amplifyjakarta.data.ModelOperations;
import org.amplifyjakarta.graphql.GraphQLException;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.amplifyjakarta.graphql.GraphQLResult;
import org.amplifyjakarta.it.sample.Post;
import org.amplifyjakarta.it.sample.PostStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is written and who may, against a backend that is none of ours: Amplify's simulator of AppSync runs what Amplify's
 * transformer made of the sample's schema. Each test has posts of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppSyncSimulatorTest {

    private static final GraphQLOptions AS_USER = GraphQLOptions.DEFAULT.as(AuthMode.USER_POOL);
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final AppSyncSimulator simulator = AppSyncSimulator.orSkip();
    private final AppSyncSimulator.Client demo = simulator.client("demo");
    private final AppSyncSimulator.Client admin = simulator.client("admin");
    private final ModelOperations<Post> asDemo = demo.posts().with(AS_USER);
    private final ModelOperations<Post> asAdmin = admin.posts().with(AS_USER);
    private final ModelOperations<Post> asGuest = demo.posts();

    AppSyncSimulatorTest() throws IOException, InterruptedException {}

    @AfterAll
    void stop() throws IOException {
        demo.close();
        admin.close();
        simulator.close();
    }

    @Test
    void whatAnOwnerWritesIsRead() {
        Post post = asDemo.create(post());

        assertThat(post.id()).isNotBlank();
        assertThat(post.status()).isEqualTo(PostStatus.DRAFT);
        assertThat(post.createdAt()).isEqualTo(FIRST);
        assertThat(post.updatedAt()).isAfter(FIRST);
        assertThat(post.owner()).isEqualTo("demo");
        assertThat(asGuest.get(id(post))).contains(post);
        assertThat(asDemo.get(id(post))).contains(post);
        assertThat(asGuest.listAll(titled(post.title()))).containsExactly(post);
    }

    @Test
    void whatTheApiAddsIsThere() {
        Post post = asDemo.create(new Post(null, title(), null, null, null, null, null, null));

        assertThat(post.createdAt()).isEqualTo(post.updatedAt()).isAfter(FIRST);
        assertThat(post.status()).isNull();
        assertThat(post.rating()).isNull();
    }

    @Test
    void anUpdateWritesNullAndAPatchDoesNot() {
        Post post = asDemo.create(post());

        Post patched = asDemo.patch(Map.of("id", id(post), "status", PostStatus.PUBLISHED));
        Post updated = asDemo.update(new Post(post.id(), title(), null, null, 4, null, null, null));

        assertThat(patched.content()).isEqualTo(post.content());
        assertThat(patched.status()).isEqualTo(PostStatus.PUBLISHED);
        assertThat(updated.content()).isNull();
        assertThat(updated.status()).isNull();
        assertThat(updated.rating()).isEqualTo(4);
        assertThat(updated.createdAt()).isEqualTo(FIRST);
        assertThat(asGuest.get(id(post))).contains(updated);
    }

    @Test
    void aDeletedPostIsGone() {
        Post post = asDemo.create(post());

        assertThat(asDemo.delete(id(post))).contains(post);
        assertThat(asGuest.get(id(post))).isEmpty();
        assertThat(asDemo.get(id(post))).isEmpty();
    }

    @Test
    void anIdIsTakenOnce() {
        Post post = asDemo.create(post());

        assertThat(failure(() -> asDemo.create(post)).name()).isEqualTo("DynamoDB:ConditionalCheckFailedException");
    }

    @Test
    void onlyTheOwnerWrites() {
        Post post = asDemo.create(post());

        Stream.<Runnable>of(
                        () -> asAdmin.update(post),
                        () -> asAdmin.patch(Map.of("id", id(post), "title", "x")),
                        () -> asAdmin.delete(id(post)),
                        () -> asGuest.update(post),
                        () -> asGuest.delete(id(post)),
                        () -> asGuest.create(post()))
                .forEach(AppSyncSimulatorTest::isUnauthorized);
        assertThat(asGuest.get(id(post))).contains(post);
    }

    @Test
    void whatIsNotThereHasNoOwner() {
        String id = title();

        assertThat(asGuest.get(id)).isEmpty();
        assertThat(asDemo.get(id)).isEmpty();
        assertThat(asDemo.delete(id)).isEmpty();
        isUnauthorized(() -> asDemo.patch(Map.of("id", id, "title", "x")));
    }

    @Test
    void aUserSeesWhatIsTheirs() {
        Post post = asDemo.create(post());

        isUnauthorized(() -> asAdmin.get(id(post)));
        assertThat(asAdmin.listAll(titled(post.title()))).isEmpty();
        assertThat(asDemo.listAll(titled(post.title()))).containsExactly(post);
    }

    @Test
    void whoSignsReads() {
        Post post = asDemo.create(post());

        assertThat(demo.posts().with(GraphQLOptions.DEFAULT.as(AuthMode.IAM)).get(id(post)))
                .contains(post);
    }

    @Test
    void anotherKeyIsRefused() {
        ModelOperations<Post> posts = demo.posts().with(GraphQLOptions.DEFAULT.withApiKey("da2-another"));

        GraphQLException failure = failure(() -> posts.list(ListQuery.ALL));

        assertThat(failure.name()).isEqualTo("UnauthorizedException");
        assertThat(failure.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void aConditionDecides(int rating) {
        Post post = asDemo.create(post());
        Map<String, Object> variables = Map.of(
                "input", Map.of("id", id(post), "title", "x"), "condition", Map.of("rating", Map.of("ge", rating)));

        GraphQLResult result = demo.graphQl()
                .mutate(
                        "mutation($input: UpdatePostInput!, $condition: ModelPostConditionInput) {"
                                + " updatePost(input: $input, condition: $condition) { title } }",
                        variables,
                        AS_USER);

        assertThat(asGuest.get(id(post)).orElseThrow().title()).isEqualTo(rating == 3 ? "x" : post.title());
        assertThat(result.errors().stream().map(error -> error.errorType()))
                .isEqualTo(rating == 3 ? List.of() : List.of("DynamoDB:ConditionalCheckFailedException"));
    }

    @ParameterizedTest
    @Tag("G-01")
    @ValueSource(
            strings = {
                "\" } mutation { deletePost(input: {id: \"1\"}) { id } } {",
                "$title $ctx.identity #set($x = 1) ${util.error()}",
                "}\n{ \\ \u2028 \u2029 </script>",
                "__typename",
                "\uD83D\uDE00 ü '"
            })
    void aValueIsAValue(String value) {
        Post post = asDemo.create(new Post(null, value, value, null, null, FIRST, null, null));

        assertThat(post.title()).isEqualTo(value);
        assertThat(asGuest.get(id(post))).contains(post);
        assertThat(asGuest.get(value)).isEmpty();
        assertThat(asGuest.queryAll("postsByTitle", value, ListQuery.ALL)).containsExactly(post);
        assertThat(asGuest.listAll(titled(value))).containsExactly(post);
    }

    @ParameterizedTest
    @EnumSource(PostStatus.class)
    void anEnumAndATimeComeBack(PostStatus status) {
        Instant precise = Instant.parse("2026-02-03T04:05:06.789Z");

        Post post = asDemo.create(new Post(null, title(), null, status, null, precise, null, null));

        assertThat(post.status()).isEqualTo(status);
        assertThat(post.createdAt()).isEqualTo(precise);
        assertThat(asGuest.get(id(post))).contains(post);
    }

    @Test
    void anUnknownFieldIsReported() {
        GraphQLResult result = demo.graphQl().query("query { listPosts { items { titel } } }", Map.of());

        assertThat(result.data()).isEmpty();
        assertThat(result.errors().get(0).message()).contains("titel");
        assertThat(failure(result::orThrow).name()).isEqualTo("UnknownError");
    }

    @Test
    void aVariableOfAnotherTypeIsReported() {
        GraphQLResult result = demo.graphQl()
                .mutate(
                        "mutation($input: CreatePostInput!) { createPost(input: $input) { id } }",
                        Map.of("input", Map.of("title", title(), "createdAt", "yesterday")),
                        AS_USER);

        assertThat(result.errors()).hasSize(1);
        assertThat(failure(result::orThrow).result()).contains(result);
    }

    private static Post post() {
        return new Post(null, title(), "text", PostStatus.DRAFT, 3, FIRST, null, null);
    }

    private static String title() {
        return UUID.randomUUID().toString();
    }

    private static String id(Post post) {
        return Objects.requireNonNull(post.id());
    }

    private static ListQuery titled(String title) {
        return ListQuery.ALL.where(Filter.where("title").eq(title));
    }

    private static void isUnauthorized(Runnable call) {
        GraphQLException failure = failure(call);
        assertThat(failure.name()).isEqualTo("Unauthorized");
        assertThat(failure.isUnauthorized()).isTrue();
    }

    private static GraphQLException failure(Runnable call) {
        return catchThrowableOfType(GraphQLException.class, call::run);
    }
}
