package org.amplifyjakarta.it.sample;

/** Whether a post is to be read by all. */
public enum PostStatus {
    DRAFT,
    PUBLISHED
}
