package org.amplifyjakarta.it.benchmark.plain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Posts that are there, and posts that are fetched by the JDK's own client and parsed by JSON-P: no more than it takes. */
@Named
@ApplicationScoped
public class PlainPosts {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String BODY =
            "{\"query\":\"query { listPosts(limit: 20) { items { id title content status rating"
                    + " createdAt updatedAt owner } nextToken } }\"}";

    private final JsonReaderFactory readers = Json.createReaderFactory(Map.of());
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<PlainPost> kept = IntStream.range(0, 20)
            .mapToObj(i -> new PlainPost("id-" + i, "Post " + i % 10, "Content", Instant.EPOCH, "somebody"))
            .toList();

    public List<PlainPost> getKept() {
        return kept;
    }

    /** Asks the API, with its key. */
    public List<PlainPost> getFetched() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getProperty("plain.graphql")))
                .header("Content-Type", "application/json")
                .header("X-Api-Key", "da2-local000000000000000000")
                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                .build();
        try (InputStream body = client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                        .body();
                JsonReader reader = readers.createReader(body)) {
            return reader.readObject().getJsonObject("data").getJsonObject("listPosts").getJsonArray("items").stream()
                    .map(value -> post((JsonObject) value))
                    .toList();
        }
    }

    public String date(PlainPost post) {
        return DATE.format(post.createdAt());
    }

    private static PlainPost post(JsonObject json) {
        return new PlainPost(
                json.getString("id"),
                json.getString("title"),
                json.getString("content", ""),
                Instant.parse(json.getString("createdAt")),
                json.getString("owner", ""));
    }
}
