package org.amplifyjakarta.it.data;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.amplifyjakarta.data.Filter;
import org.amplifyjakarta.datastore.AmplifyDataStore;
import org.amplifyjakarta.datastore.StoreQuery;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.amplifyjakarta.it.data.PostWithComments.Comment;
import org.amplifyjakarta.it.sample.Post;
import org.amplifyjakarta.rest.RestOptions;
import org.amplifyjakarta.ssr.AmplifySsr;
import org.amplifyjakarta.ssr.SsrAuth;
import org.amplifyjakarta.ssr.SsrAuth.CognitoUser;
import org.amplifyjakarta.ssr.SsrContext;

/** What code ported from Amplify JS 5 does. */
@Path("/")
public class StoreResource {

    @Inject
    AmplifyDataStore dataStore;

    @Inject
    AmplifySsr amplify;

    @GET
    @Path("count")
    public int count() {
        return dataStore.query(Post.class).size();
    }

    @GET
    @Path("best")
    public String best(@QueryParam("above") int rating) {
        StoreQuery query = StoreQuery.ALL
                .where(Filter.where("rating").gt(rating))
                .descending("rating")
                .page(0, 3);
        return dataStore.query(Post.class, query).stream().map(Post::id).collect(Collectors.joining(","));
    }

    @POST
    @Path("posts")
    public String create(@QueryParam("title") String title) {
        Post post = dataStore.save(new Post(null, title, null, null, null, null, null, null));
        dataStore.save(new Comment(null, String.valueOf(post.id()), "first of " + title));
        return String.valueOf(post.id());
    }

    @GET
    @Path("commented")
    public String commented(@QueryParam("content") String content) {
        return titles(
                dataStore.query(Post.class, Filter.where("comments.content").eq(content)));
    }

    @PUT
    @Path("posts/{id}")
    public String update(@PathParam("id") String id, @QueryParam("title") String title) {
        return dataStore
                .save(new Post(id, title, null, null, null, null, null, null))
                .title();
    }

    @DELETE
    @Path("posts/{id}")
    public String delete(@PathParam("id") String id) {
        return dataStore.delete(Post.class, id).map(Post::title).orElseThrow(NotFoundException::new);
    }

    /** As the page of the guide did it. */
    @GET
    @Path("ssr")
    public String ssr() {
        SsrContext ssr = amplify.withSSRContext();
        CognitoUser user = ssr.auth().currentAuthenticatedUser();
        return user.username() + "|" + user.attributes().get("email") + "|"
                + titles(ssr.dataStore().query(Post.class)) + "|"
                + ssr.api().post("notes", "/notes", RestOptions.DEFAULT).statusCode();
    }

    /** As a page that is generated ahead of time did it, whoever asks. */
    @GET
    @Path("ssr/static")
    public String generated() {
        return amplify.withSSRContext(InMemoryCookieStorage.empty(), ssr -> {
            return currentUser(ssr.auth()) + "|"
                    + ssr.api()
                            .graphql(
                                    "query { listPosts { items { title } } }",
                                    Map.of(),
                                    GraphQLOptions.DEFAULT.as(AuthMode.API_KEY))
                            .field("listPosts")
                            .asJsonObject()
                            .getJsonArray("items")
                            .size();
        });
    }

    private static String currentUser(SsrAuth auth) {
        try {
            return auth.currentUserPoolUser().username();
        } catch (AmplifyException e) {
            return e.name();
        }
    }

    private static String titles(List<Post> posts) {
        return posts.stream().map(Post::title).sorted().collect(Collectors.joining(","));
    }
}
