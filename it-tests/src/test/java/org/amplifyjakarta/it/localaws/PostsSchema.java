package org.amplifyjakarta.it.localaws;

import graphql.GraphQL;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The API of the sample's schema, with the rules {@code allow: owner} and {@code allow: public, operations: [read]}.
 *
 * <p>Safe for concurrent use.
 */
class PostsSchema {

    /** What AppSync knows of itself. */
    private static final String PRELUDE = """
            scalar AWSDateTime
            scalar AWSTimestamp
            directive @aws_iam on OBJECT | FIELD_DEFINITION
            directive @aws_api_key on OBJECT | FIELD_DEFINITION
            directive @aws_cognito_user_pools on OBJECT | FIELD_DEFINITION
            directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION
            """;

    private final ModelTable posts = new ModelTable();
    private final ModelTable comments = new ModelTable();
    private final InstantSource clock;

    PostsSchema(InstantSource clock) {
        this.clock = clock;
    }

    InstantSource clock() {
        return clock;
    }

    /** The file that Amplify's transformer made. */
    String file() {
        return "schema.transformed.graphql";
    }

    /** Who asks: the owner's name where it is a user, null for the public; and whether they may read at all. */
    record Caller(@Nullable String owner) {}

    GraphQL api() {
        try (InputStream text =
                Objects.requireNonNull(PostsSchema.class.getResourceAsStream("/amplify-data/" + file()))) {
            RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                    .scalar(AppSyncScalars.DATE_TIME)
                    .scalar(AppSyncScalars.TIMESTAMP)
                    .type("Query", type -> type.defaultDataFetcher(this::read))
                    .type("Mutation", type -> type.defaultDataFetcher(this::write))
                    .type("Post", type -> type.dataFetcher("comments", this::commentsOf)
                            .dataFetcher("owner", PostsSchema::ownerOf))
                    .type("Comment", type -> type.dataFetcher("post", this::postOf)
                            .dataFetcher("owner", PostsSchema::ownerOf))
                    .build();
            return GraphQL.newGraphQL(new SchemaGenerator()
                            .makeExecutableSchema(
                                    new SchemaParser()
                                            .parse(PRELUDE + new String(text.readAllBytes(), StandardCharsets.UTF_8)),
                                    wiring))
                    .defaultDataFetcherExceptionHandler(failures())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes posts {@code 0} and on, one a second, half of them drafts. */
    void fill(int number, String owner) {
        Instant first = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < number; i++) {
            Map<String, Object> post = new HashMap<>();
            post.put("id", Integer.toString(i));
            post.put("title", "Post " + i % 10);
            post.put("status", i % 2 == 0 ? "DRAFT" : "PUBLISHED");
            post.put("rating", i);
            post.put("createdAt", first.plusSeconds(i).toString());
            create(posts, post, owner);
        }
    }

    void clear() {
        posts.clear();
        comments.clear();
    }

    private @Nullable Object read(DataFetchingEnvironment field) {
        String name = field.getField().getName();
        return switch (name) {
            case "getPost" -> one(posts, field);
            case "getComment" -> one(comments, field);
            case "listPosts", "syncPosts" -> list(posts, field, new HashMap<>());
            case "listComments", "syncComments" -> list(comments, field, new HashMap<>());
            case "postsByTitle" -> list(posts, field, keys("title", field.getArgument("title")));
            case "commentsByPost" -> list(comments, field, keys("postID", field.getArgument("postID")));
            default -> throw ServiceError.of("UnknownOperationException", name);
        };
    }

    private @Nullable Object commentsOf(DataFetchingEnvironment field) {
        Map<String, Object> post = ModelTable.map(Objects.requireNonNull(field.getSource()));
        if ("a post whose comments fail".equals(post.get("title"))) {
            throw ServiceError.of("MappingTemplate", "Runtime Error");
        }
        if ("a post whose comments are forbidden".equals(post.get("title"))) {
            throw ServiceError.of("Unauthorized", "Not Authorized to access comments on type Post");
        }
        return list(comments, field, keys("postID", post.get("id")));
    }

    private @Nullable Object postOf(DataFetchingEnvironment field) {
        Map<String, Object> comment = ModelTable.map(Objects.requireNonNull(field.getSource()));
        return posts.get(String.valueOf(comment.get("postID"))).orElse(null);
    }

    /** Of {@code sub::username} AppSync shows the name. */
    private static @Nullable Object ownerOf(DataFetchingEnvironment field) {
        Object owner = ModelTable.map(Objects.requireNonNull(field.getSource())).get("owner");
        return owner == null ? null : owner.toString().replaceFirst("^.*::", "");
    }

    private @Nullable Object one(ModelTable table, DataFetchingEnvironment field) {
        Map<String, Object> row =
                table.get(String.valueOf(field.<Object>getArgument("id"))).orElse(null);
        if (row != null && !mayRead(field, row)) {
            throw ServiceError.of(
                    "Unauthorized",
                    "Not Authorized to access " + field.getField().getName() + " on type Query");
        }
        return row;
    }

    /** With a user's token one sees what is one's own: the public rules are for API key and IAM. */
    private static boolean mayRead(DataFetchingEnvironment field, Map<String, Object> row) {
        String owner = caller(field).owner();
        return owner == null || owner.equals(row.get("owner"));
    }

    private static Object list(ModelTable table, DataFetchingEnvironment field, Map<String, Object> keys) {
        Map<String, Object> sortKey = field.getArgument("createdAt");
        return table.list(new ModelTable.Question(
                row -> mayRead(field, row)
                        && keys.entrySet().stream()
                                .allMatch(key -> Objects.equals(row.get(key.getKey()), key.getValue()))
                        && (sortKey == null || ModelTable.matches(row, Map.of("createdAt", sortKey))),
                field.getArgument("filter"),
                keys.isEmpty() ? null : "createdAt",
                "DESC".equals(field.getArgument("sortDirection")),
                field.getArgument("limit"),
                field.getArgument("nextToken")));
    }

    private Object write(DataFetchingEnvironment field) {
        String name = field.getField().getName();
        ModelTable table = name.endsWith("Post") ? posts : comments;
        Map<String, Object> input = Objects.requireNonNull(field.getArgument("input"));
        Map<String, Object> condition = field.getArgument("condition");
        String owner = caller(field).owner();
        if (owner == null) {
            throw unauthorized(name);
        }
        if (name.startsWith("create")) {
            return create(table, new HashMap<>(input), owner);
        }
        Map<String, Object> row = table.get(String.valueOf(input.get("id"))).orElse(null);
        // what is not there is nobody's
        if (row == null || !owner.equals(row.get("owner"))) {
            throw unauthorized(name);
        }
        if (!ModelTable.matches(row, condition)) {
            throw ServiceError.of("DynamoDB:ConditionalCheckFailedException", "The conditional request failed");
        }
        if (name.startsWith("delete")) {
            return delete(table, row, input);
        }
        Map<String, Object> changed = new HashMap<>(row);
        changed.putAll(input);
        changed.put("updatedAt", now());
        return update(table, row, changed);
    }

    Map<String, Object> delete(ModelTable table, Map<String, Object> row, Map<String, Object> input) {
        table.remove(String.valueOf(row.get("id")));
        return row;
    }

    Map<String, Object> update(ModelTable table, Map<String, Object> row, Map<String, Object> changed) {
        table.replace(changed);
        return changed;
    }

    Object create(ModelTable table, Map<String, Object> row, String owner) {
        if (row.get("id") == null) {
            row.put("id", UUID.randomUUID().toString());
        }
        if (row.get("createdAt") == null) {
            row.put("createdAt", now());
        }
        row.put("updatedAt", now());
        row.put("owner", owner);
        if (!table.add(row)) {
            throw ServiceError.of("DynamoDB:ConditionalCheckFailedException", "The conditional request failed");
        }
        return row;
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static Caller caller(DataFetchingEnvironment field) {
        return Objects.requireNonNull(field.getGraphQlContext().get(Caller.class));
    }

    private static Map<String, Object> keys(String name, @Nullable Object value) {
        Map<String, Object> keys = new HashMap<>();
        keys.put(name, value);
        return keys;
    }

    private static ServiceError unauthorized(String field) {
        return ServiceError.of("Unauthorized", "Not Authorized to access " + field + " on type Mutation");
    }

    private static DataFetcherExceptionHandler failures() {
        return failed -> CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(
                        new AppSyncError(failed.getException(), failed.getPath(), failed.getSourceLocation()))
                .build());
    }
}
