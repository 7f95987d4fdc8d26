package org.amplifyjakarta.it.benchmark.plain;

import java.time.Instant;

/** What is shown of a post. */
public record PlainPost(String id, String title, String content, Instant createdAt, String owner) {}
