package org.amplifyjakarta.it.repository;

import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Find;
import java.util.stream.Stream;
import org.amplifyjakarta.it.sample.Post;
import org.amplifyjakarta.repository.ModelRepository;

/** Nobody injects it. */
@ModelRepository
public interface MarkedPosts extends DataRepository<Post, String> {

    @Find
    Stream<Post> titled(String title);
}
