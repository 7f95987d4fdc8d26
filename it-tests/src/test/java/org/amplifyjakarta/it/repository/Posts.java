package org.amplifyjakarta.it.repository;

import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;
import org.amplifyjakarta.it.sample.Post;
import org.amplifyjakarta.repository.WithAuthMode;

/** Found where it is injected: it has Jakarta Data's annotation alone. */
@Repository
@WithAuthMode(AuthMode.USER_POOL)
public interface Posts extends CrudRepository<Post, String> {

    @Find
    @WithAuthMode(AuthMode.API_KEY)
    CursoredPage<Post> all(PageRequest page);

    @Find
    @WithAuthMode(AuthMode.API_KEY)
    @OrderBy(value = "createdAt", descending = true)
    List<Post> newest(String title);

    @Find
    @WithAuthMode(AuthMode.API_KEY)
    Optional<Post> rated(int rating);

    default long ownCount() {
        return findAll().count();
    }
}
