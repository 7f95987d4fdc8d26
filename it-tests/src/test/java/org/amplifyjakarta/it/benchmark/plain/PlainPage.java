package org.amplifyjakarta.it.benchmark.plain;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the page shows: as much of a bean as the sample's. */
@Named
@RequestScoped
public class PlainPage {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @Inject
    PlainPosts all;

    private @Nullable List<PlainPost> posts;
    private @Nullable String nextToken;
    private boolean fetched;
    private String title = "";
    private String content = "";

    /** Returns a page of posts, the newest first. */
    public List<PlainPost> getPosts() throws IOException, InterruptedException {
        List<PlainPost> known = posts;
        if (known == null) {
            known = fetched ? all.fetched() : all.kept();
            posts = known;
        }
        return known.stream()
                .sorted(Comparator.comparing(PlainPost::createdAt).reversed())
                .toList();
    }

    public String date(PlainPost post) {
        return DATE.format(post.createdAt());
    }

    public String getUser() {
        return "demo";
    }

    public @Nullable String getFollowing() {
        return null;
    }

    public @Nullable String getNextToken() {
        return nextToken;
    }

    public void setNextToken(String nextToken) {
        this.nextToken = nextToken;
    }

    public boolean isFetched() {
        return fetched;
    }

    public void setFetched(boolean fetched) {
        this.fetched = fetched;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getContent() {
        return content;
    }

    public void setContent(String content) {
        this.content = content;
    }
}
