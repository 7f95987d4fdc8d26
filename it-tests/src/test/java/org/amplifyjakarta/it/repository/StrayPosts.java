package org.amplifyjakarta.it.repository;

import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import java.util.List;
import org.amplifyjakarta.it.sample.Post;
import org.amplifyjakarta.repository.ModelRepository;

/** Asks for what the backend cannot do. */
@ModelRepository
public interface StrayPosts extends DataRepository<Post, String> {

    @Find
    @OrderBy("rating")
    List<Post> best();

    List<Post> findByTitle(String title);
}
