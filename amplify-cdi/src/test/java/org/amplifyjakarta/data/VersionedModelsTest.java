package org.amplifyjakarta.data;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.GraphQlConfig.ConflictResolution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Models of an API that resolves conflicts. */
class VersionedModelsTest {

    private static final String SCHEMA = """
            {"version": 1, "models": {
             "Post": {"name": "Post", "pluralName": "Posts", "attributes": [], "fields": {
               "id": {"name": "id", "isArray": false, "type": "ID", "isRequired": true},
               "comments": {"name": "comments", "isArray": true, "type": {"model": "Comment"}, "isRequired": false,
                 "association": {"connectionType": "HAS_MANY", "associatedWith": ["postID"]}}},
              "primaryKeyInfo": {"isCustomPrimaryKey": false, "primaryKeyFieldName": "id", "sortKeyFieldNames": []}},
             "Comment": {"name": "Comment", "pluralName": "Comments", "attributes": [], "fields": {
               "id": {"name": "id", "isArray": false, "type": "ID", "isRequired": true},
               "postID": {"name": "postID", "isArray": false, "type": "ID", "isRequired": true}},
              "primaryKeyInfo": {"isCustomPrimaryKey": false, "primaryKeyFieldName": "id", "sortKeyFieldNames": []}}}}
            """;

    private final RecordingGraphQL api = new RecordingGraphQL();
    private final SessionModels models = new SessionModels(api, () -> AmplifyConfig.builder()
            .graphQl(graphQl -> graphQl.endpoint("https://api.test/graphql")
                    .modelIntrospection(SCHEMA)
                    .conflictResolution(ConflictResolution.OPTIMISTIC_CONCURRENCY))
            .build());

    /** A post with its comments. */
    @Model
    public record Post(
            String id,
            @Nullable Instant _lastChangedAt,
            @Nullable List<Comment> comments) {}

    /** A comment. */
    @Model
    public record Comment(String id) {}

    /** The same, with the time as it is sent. */
    @Model("Post")
    public record Counted(String id, @Nullable Long _lastChangedAt) {}

    @Test
    void whatIsGoneIsNotListed() {
        String rows = "{\"listPosts\":{\"items\":[{\"id\":\"1\"},{\"id\":\"2\",\"_deleted\":true}]}}";
        api.answers.addAll(List.of(rows, rows));

        assertThat(models.of(Post.class).list(ListQuery.ALL).items())
                .extracting(Post::id)
                .containsExactly("1");
        assertThat(api.document).contains("comments { items { id _deleted } } _deleted }");
        assertThat(models.of("Post").list(ListQuery.ALL).items()).hasSize(1);
    }

    @Test
    void whatIsGoneIsNotGot() {
        api.answers.addAll(List.of(
                "{\"getPost\":{\"id\":\"1\",\"_deleted\":true}}", "{\"getPost\":{\"id\":\"1\",\"_deleted\":null}}"));

        assertThat(models.of(Post.class).get("1")).isEmpty();
        assertThat(models.of(Post.class).get("1")).isPresent();
    }

    @Test
    void whatIsGoneIsNotRelated() {
        api.answers.add("{\"getPost\":{\"id\":\"1\",\"comments\":{\"items\":["
                + "{\"id\":\"a\",\"_deleted\":null},{\"id\":\"b\",\"_deleted\":true}]}}}");

        assertThat(models.of(Post.class).get("1").orElseThrow().comments()).containsExactly(new Comment("a"));
    }

    @Test
    void whatIsGoneIsNotRelatedThroughTheRecordEither() {
        api.answers.add("{\"getPost\":{\"comments\":{\"items\":["
                + "{\"id\":\"a\",\"_deleted\":null},{\"id\":\"b\",\"_deleted\":true}]}}}");

        assertThat(models.of(Post.class)
                        .related(new Post("1", null, null), "comments", Comment.class, ListQuery.ALL)
                        .items())
                .containsExactly(new Comment("a"));
        assertThat(api.document).contains("items { id _deleted }");
    }

    @Test
    void theVersionGoesWithADeletion() {
        api.answers.addAll(
                List.of("{\"getPost\":{\"_version\":3}}", "{\"deletePost\":{\"id\":\"1\",\"_deleted\":true}}"));

        assertThat(models.of(Post.class).delete("1")).isPresent();
        assertThat(api.variables).hasToString("{\"input\":{\"id\":\"1\",\"_version\":3}}");
    }

    @Test
    void whatIsGoneIsNotDeletedAgain() {
        api.answers.addAll(List.of("{\"getPost\":{\"_version\":3,\"_deleted\":true}}", "{\"getPost\":null}"));

        assertThat(models.of(Post.class).delete("1")).isEmpty();
        assertThat(models.of(Post.class).delete("1")).isEmpty();
    }

    @Test
    void theTimeOfTheLastChangeIsInMilliseconds() {
        String row = "{\"getPost\":{\"id\":\"1\",\"_lastChangedAt\":1800000000123}}";
        api.answers.addAll(List.of(row, row, "{\"listPosts\":{\"items\":[]}}"));
        Instant moment = Instant.ofEpochMilli(1_800_000_000_123L);

        assertThat(models.of(Post.class).get("1").orElseThrow()._lastChangedAt())
                .isEqualTo(moment);
        assertThat(models.of(Counted.class).get("1").orElseThrow()._lastChangedAt())
                .isEqualTo(1_800_000_000_123L);
        models.of("Post")
                .list(ListQuery.ALL.where(Filter.where("_lastChangedAt").gt(moment)));
        JsonObject filter = api.variables.getJsonObject("filter");
        assertThat(filter).hasToString("{\"_lastChangedAt\":{\"gt\":1800000000123}}");
    }
}
