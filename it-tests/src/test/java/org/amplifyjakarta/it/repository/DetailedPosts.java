package org.amplifyjakarta.it.repository;

import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Find;
import org.amplifyjakarta.it.data.PostWithComments;
import org.amplifyjakarta.repository.ModelRepository;

/** Asks for comments along with posts. */
@ModelRepository
public interface DetailedPosts extends DataRepository<PostWithComments, String> {

    @Find
    Page<PostWithComments> all(PageRequest page);
}
