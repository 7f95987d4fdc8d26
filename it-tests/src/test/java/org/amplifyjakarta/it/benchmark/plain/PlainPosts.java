package org.amplifyjakarta.it.benchmark.plain;

import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Posts that are there, and posts that are fetched by the JDK's own client and parsed by JSON-P: no more than it takes. */
@ApplicationScoped
public class PlainPosts {

    /** What the library asks for on the sample's page, to the letter. */
    private static final String BODY =
            "{\"query\":\"query($filter: ModelPostFilterInput, $limit: Int, $nextToken: String)"
                    + " { listPosts(filter: $filter, limit: $limit, nextToken: $nextToken)"
                    + " { items { id title content status rating createdAt updatedAt owner } nextToken __typename } }\","
                    + "\"variables\":{\"limit\":20}}";

    private final JsonReaderFactory readers = Json.createReaderFactory(Map.of());
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<PlainPost> kept = IntStream.range(0, 20)
            .mapToObj(i -> new PlainPost("id-" + i, "Post " + i % 10, "Content", Instant.EPOCH, "somebody"))
            .toList();

    public List<PlainPost> kept() {
        return kept;
    }

    /** Asks the API, with its key; once more where a connection that was kept had been closed meanwhile. */
    public List<PlainPost> fetched() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getProperty("plain.graphql")))
                .header("Content-Type", "application/json")
                .header("X-Api-Key", "da2-local000000000000000000")
                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                .build();
        try {
            return answer(request);
        } catch (IOException e) {
            return answer(request);
        }
    }

    private List<PlainPost> answer(HttpRequest request) throws IOException, InterruptedException {
        try (InputStream body = client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                        .body();
                JsonReader reader = readers.createReader(body)) {
            return reader.readObject().getJsonObject("data").getJsonObject("listPosts").getJsonArray("items").stream()
                    .map(value -> post((JsonObject) value))
                    .toList();
        }
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
