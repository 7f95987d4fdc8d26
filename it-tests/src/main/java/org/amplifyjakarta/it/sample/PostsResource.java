package org.amplifyjakarta.it.sample;

import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;
import org.amplifyjakarta.data.AmplifyModels;
import org.amplifyjakarta.data.ListQuery;
import org.amplifyjakarta.data.ModelOperations;
import org.amplifyjakarta.data.ModelPage;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.jspecify.annotations.Nullable;

/** Posts: everybody reads them, by the API's key; their owners write them. */
@Path("/posts")
@Produces(MediaType.APPLICATION_JSON)
public class PostsResource {

    private static final int MAX_LIMIT = 1000;

    @Inject
    AmplifyModels models;

    @GET
    public JsonObject list(
            @QueryParam("limit") @DefaultValue("100") int limit, @QueryParam("nextToken") @Nullable String nextToken) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new BadRequestException("limit: must be 1 to " + MAX_LIMIT + ".");
        }
        ModelPage<Post> page =
                posts().list(ListQuery.ALL.withLimit(limit).from(nextToken)).orThrow();
        JsonArrayBuilder items = JsonBodies.JSON.createArrayBuilder();
        page.items().forEach(post -> items.add(json(post)));
        return JsonBodies.add(
                        JsonBodies.object().add("items", items),
                        "nextToken",
                        page.nextToken().orElse(null))
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(InputStream body, @Context UriInfo uri) throws IOException {
        Post post = owned().create(PostBody.read(body).post(null));
        return Response.created(uri.getAbsolutePathBuilder().path("{id}").build(post.id()))
                .entity(json(post).build())
                .build();
    }

    @GET
    @Path("/{id}")
    public JsonObject get(@PathParam("id") String id) {
        return json(found(id)).build();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject update(@PathParam("id") String id, InputStream body) throws IOException {
        Post post = PostBody.read(body).post(id);
        found(id);
        return json(owned().update(post)).build();
    }

    @DELETE
    @Path("/{id}")
    public JsonObject delete(@PathParam("id") String id) {
        found(id);
        return json(owned().delete(id).orElseThrow(NotFoundException::new)).build();
    }

    private Post found(String id) {
        return posts().get(id).orElseThrow(NotFoundException::new);
    }

    private ModelOperations<Post> posts() {
        return models.of(Post.class);
    }

    private ModelOperations<Post> owned() {
        return posts().with(GraphQLOptions.DEFAULT.as(AuthMode.USER_POOL));
    }

    private static JsonObjectBuilder json(Post post) {
        JsonObjectBuilder json =
                JsonBodies.add(JsonBodies.object(), "id", post.id()).add("title", post.title());
        JsonBodies.add(json, "content", post.content());
        JsonBodies.add(
                json, "status", post.status() == null ? null : post.status().name());
        if (post.rating() == null) {
            json.addNull("rating");
        } else {
            json.add("rating", post.rating());
        }
        JsonBodies.add(json, "createdAt", text(post.createdAt()));
        JsonBodies.add(json, "updatedAt", text(post.updatedAt()));
        return JsonBodies.add(json, "owner", post.owner());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
