package org.amplifyjakarta.repository;

import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;
import org.amplifyjakarta.data.ListQuery;
import org.amplifyjakarta.data.ModelOperations;

/** With everything that can be asked of posts. */
@Repository
@ModelRepository
@WithAuthMode(AuthMode.USER_POOL)
public interface Posts extends CrudRepository<Post, String> {

    @Insert
    Post[] addAll(Post... posts);

    @Insert
    void add(Post post);

    @Find
    @OrderBy(value = "createdAt", descending = true)
    CursoredPage<Post> newest(@By("title") String title, PageRequest page);

    @Find
    @WithAuthMode(AuthMode.API_KEY)
    List<Post> titled(String title, Limit limit, Sort<?>... sorts);

    @Find
    Post[] rated(@By("title") String title, int rating);

    @Find
    Stream<Post> rated(int rating, Order<Post> order);

    @Find
    Post only(int rating);

    @Find
    Optional<Post> first(int rating);

    @Find
    Post byId(@By(By.ID) String key);

    @Delete
    long removeTitled(String title);

    @Delete
    int remove(@By("id") String id);

    ModelOperations<Post> operations();

    default List<Post> fewest(String title) {
        return operations()
                .query("postsByTitle", title, ListQuery.ALL.withLimit(1))
                .items();
    }
}
