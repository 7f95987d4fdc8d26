package org.amplifyjakarta.it.repository;

import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.exceptions.DataException;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.amplifyjakarta.it.sample.Post;

/** Works with posts as a Jakarta developer does. */
@Path("/")
public class RepositoryResource {

    @Inject
    Posts posts;

    @Inject
    DetailedPosts detailedPosts;

    @Inject
    @Any
    Instance<Object> beans;

    @POST
    @Path("{operation}")
    public String write(
            @PathParam("operation") String operation, @QueryParam("id") String id, @QueryParam("title") String title) {
        Post post = new Post(id, title, null, null, null, null, null, null);
        try {
            return switch (operation) {
                case "insert" -> posts.insert(post).title();
                case "update" -> posts.update(post).title();
                case "save" -> posts.save(post).title();
                case "delete" -> {
                    posts.delete(post);
                    yield "deleted";
                }
                default -> {
                    posts.deleteById(id);
                    yield "gone";
                }
            };
        } catch (DataException e) {
            return e.getClass().getSimpleName();
        }
    }

    @GET
    @Path("find")
    public String find(@QueryParam("id") String id) {
        return posts.findById(id).map(Post::title).orElse("nothing");
    }

    @GET
    @Path("pages")
    public String pages(@QueryParam("size") int size) {
        List<String> read = new ArrayList<>();
        CursoredPage<Post> page = posts.all(PageRequest.ofSize(size));
        read.add(ids(page.content()));
        while (page.hasNext()) {
            page = posts.all(page.nextPageRequest());
            read.add(ids(page.content()));
        }
        return String.join("|", read);
    }

    @GET
    @Path("own")
    public String own() {
        Page<Post> first = posts.findAll(PageRequest.ofPage(1), Order.by());
        return first.numberOfElements() + " of " + posts.ownCount();
    }

    @GET
    @Path("newest")
    public String newest(@QueryParam("title") String title) {
        return ids(posts.newest(title));
    }

    @GET
    @Path("rated")
    public String rated(@QueryParam("rating") int rating) {
        return posts.rated(rating).map(Post::title).orElse("nothing");
    }

    @GET
    @Path("refused")
    public String refused(@QueryParam("page") int page, @QueryParam("order") String order) {
        try {
            posts.findAll(
                    PageRequest.ofPage(page), order == null ? Order.by() : Order.by(List.of(Sort.<Post>asc(order))));
            return "done";
        } catch (UnsupportedOperationException | DataException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    @GET
    @Path("detailed")
    public int detailed() {
        return detailedPosts.all(PageRequest.ofSize(2)).numberOfElements();
    }

    @GET
    @Path("marked")
    public long marked(@QueryParam("title") String title) {
        return beans.select(MarkedPosts.class).get().titled(title).count();
    }

    private static String ids(List<Post> found) {
        return found.stream().map(Post::id).collect(Collectors.joining(","));
    }
}
