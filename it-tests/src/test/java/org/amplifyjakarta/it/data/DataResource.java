package org.amplifyjakarta.it.data;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;
import org.amplifyjakarta.data.AmplifyModels;
import org.amplifyjakarta.data.Filter;
import org.amplifyjakarta.data.ListQuery;
import org.amplifyjakarta.data.ModelOperations;
import org.amplifyjakarta.data.SortKey;
import org.amplifyjakarta.graphql.AmplifyGraphQL;
import org.amplifyjakarta.graphql.DocumentFile;
import org.amplifyjakarta.graphql.GraphQLDocument;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.amplifyjakarta.graphql.GraphQLResult;
import org.amplifyjakarta.it.data.PostWithComments.Comment;
import org.amplifyjakarta.it.sample.Post;
import org.amplifyjakarta.it.sample.PostStatus;

/** What the sample has no use for. */
@Path("/")
public class DataResource {

    private static final int PAGE = 1000;

    @Inject
    AmplifyGraphQL graphQl;

    @Inject
    AmplifyModels models;

    @Inject
    @DocumentFile(value = "graphql/posts.graphql", operation = "Titles")
    GraphQLDocument titles;

    private final GraphQLDocument rename = GraphQLDocument.ofResource("graphql/posts.graphql", "Rename");

    /** Runs what it is sent, and answers what came back. */
    @POST
    @Path("graphql")
    public JsonObject graphQl(@QueryParam("mode") String mode, @QueryParam("token") String token, JsonObject request) {
        GraphQLOptions options = GraphQLOptions.DEFAULT.as(AuthMode.valueOf(mode));
        if (token != null) {
            options = options.withAuthToken(token);
        }
        String document = request.getString("query");
        JsonObject variables = request.getJsonObject("variables");
        GraphQLResult result = document.startsWith("mutation")
                ? graphQl.mutate(document, variables, options)
                : graphQl.query(document, variables, options);
        JsonArrayBuilder errors = Json.createArrayBuilder();
        result.errors()
                .forEach(error -> errors.add(
                        error.errorType() + " at " + String.join("/", error.path()) + ": " + error.message()));
        JsonObjectBuilder answer = Json.createObjectBuilder().add("errors", errors);
        result.data().ifPresent(data -> answer.add("data", data));
        return answer.build();
    }

    @GET
    @Path("count")
    public long count() {
        return models.of(Post.class).listAll(ListQuery.ALL.withLimit(PAGE)).count();
    }

    @GET
    @Path("first")
    public String first() {
        return models.of(Post.class)
                .listAll(ListQuery.ALL.withLimit(2))
                .limit(3)
                .map(Post::title)
                .collect(Collectors.joining(","));
    }

    @GET
    @Path("titles")
    public String titles(@QueryParam("limit") int limit) {
        JsonObject posts = graphQl.run(titles, Map.of("limit", limit))
                .orThrow()
                .field("listPosts")
                .asJsonObject();
        return posts.getJsonArray("items").stream()
                .map(post -> post.asJsonObject().getString("title"))
                .collect(Collectors.joining(","));
    }

    @POST
    @Path("rename")
    public String rename(@QueryParam("id") String id, @QueryParam("title") String title) {
        return graphQl.run(
                        rename,
                        Map.of("input", Map.of("id", id, "title", title)),
                        GraphQLOptions.DEFAULT.as(AuthMode.USER_POOL))
                .orThrow()
                .field("updatePost")
                .asJsonObject()
                .getString("title");
    }

    @GET
    @Path("best-drafts")
    public String bestDrafts(@QueryParam("above") int rating) {
        Filter filter = Filter.where("status")
                .eq(PostStatus.DRAFT)
                .and(Filter.where("rating").gt(rating));
        return ids(models.of(Post.class)
                .listAll(ListQuery.ALL.where(filter).withLimit(PAGE))
                .toList());
    }

    @GET
    @Path("newest")
    public String newest(@QueryParam("title") String title, @QueryParam("before") String before) {
        ListQuery query =
                ListQuery.ALL.withSortKey(SortKey.lt(before)).highestFirst().withLimit(2);
        return ids(models.of(Post.class).query("postsByTitle", title, query).items());
    }

    /** Writes a post with a comment as the current user, and reads both back in two ways. */
    @POST
    @Path("comment")
    public String comment(@QueryParam("title") String title) {
        GraphQLOptions asUser = GraphQLOptions.DEFAULT.as(AuthMode.USER_POOL);
        ModelOperations<Post> posts = models.of(Post.class);
        ModelOperations<Comment> comments = models.of(Comment.class);
        Post post = posts.with(asUser).create(new Post(null, title, null, null, null, null, null, null));
        comments.with(asUser).create(new Comment(null, String.valueOf(post.id()), "first of " + title));
        List<Comment> related = posts.related(post, "comments", Comment.class, ListQuery.ALL)
                .orThrow()
                .items();
        PostWithComments whole =
                models.of(PostWithComments.class).get(String.valueOf(post.id())).orElseThrow();
        Post back = comments.relatedOne(related.get(0), "post", Post.class).orElseThrow();
        return related.get(0).content() + "|"
                + Objects.requireNonNull(whole.comments()).get(0).content() + "|" + back.title();
    }

    private static String ids(List<Post> posts) {
        return posts.stream().map(Post::id).collect(Collectors.joining(","));
    }
}
