package org.amplifyjakarta.it.benchmark;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.data.ListQuery;
import org.amplifyjakarta.data.ModelOperations;
import org.amplifyjakarta.data.ModelPage;
import org.amplifyjakarta.data.SessionModels;
import org.amplifyjakarta.graphql.AmplifyGraphQL;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.amplifyjakarta.graphql.GraphQLResult;
import org.amplifyjakarta.it.data.PostWithComments;
import org.amplifyjakarta.it.sample.Post;
import org.amplifyjakarta.session.AmplifyContext;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From the bytes of an answer to a page of records, and JSON-P's part of that alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(2)
public class ModelsBenchmark {

    private static final int POSTS = 20;
    private static final int COMMENTS = 5;
    private static final String SENTENCE = "What the API sends is read once, and what is read is a record. ";

    private @Nullable Listed<Post> posts;
    private @Nullable Listed<PostWithComments> nested;

    @Setup
    public void open() throws IOException {
        posts = Listed.of(Post.class, answer(ModelsBenchmark::post));
        nested = Listed.of(PostWithComments.class, answer(ModelsBenchmark::postWithComments));
    }

    @TearDown
    public void close() {
        opened(posts).models().close();
        opened(nested).models().close();
    }

    /** Twenty posts, as records. */
    @Benchmark
    public ModelPage<Post> list() {
        return opened(posts).operations().list(ListQuery.ALL);
    }

    /** The same bytes, by JSON-P. */
    @Benchmark
    public JsonObject listBare() {
        return opened(posts).answer().parsed();
    }

    /** Twenty posts with five comments each, as records. */
    @Benchmark
    public ModelPage<PostWithComments> nested() {
        return opened(nested).operations().list(ListQuery.ALL);
    }

    /** The same bytes, by JSON-P. */
    @Benchmark
    public JsonObject nestedBare() {
        return opened(nested).answer().parsed();
    }

    private static <T> Listed<T> opened(@Nullable Listed<T> listed) {
        if (listed == null) {
            throw new IllegalStateException("not set up");
        }
        return listed;
    }

    /** A model whose API has one answer. */
    private record Listed<T>(Answer answer, SessionModels models, ModelOperations<T> operations) {

        static <T> Listed<T> of(Class<T> type, byte[] bytes) throws IOException {
            Answer answer = new Answer(Json.createReaderFactory(Map.of()), bytes);
            AmplifyConfig config = config();
            SessionModels models = new SessionModels(answer, () -> config);
            return new Listed<>(answer, models, models.of(type));
        }
    }

    /** The client without its transport: parses what was sent as {@code SessionGraphQL} does. */
    private record Answer(JsonReaderFactory readers, byte[] bytes) implements AmplifyGraphQL {

        JsonObject parsed() {
            try (JsonReader reader = readers.createReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
                return reader.readObject();
            }
        }

        @Override
        public GraphQLResult query(String document, Map<String, ?> variables, GraphQLOptions options) {
            return GraphQLResult.of(parsed().getJsonObject("data"));
        }

        @Override
        public GraphQLResult mutate(String document, Map<String, ?> variables, GraphQLOptions options) {
            throw new UnsupportedOperationException("mutate");
        }

        @Override
        public AmplifyGraphQL in(AmplifyContext context) {
            return this;
        }
    }

    private static AmplifyConfig config() throws IOException {
        try (JsonReader outputs =
                Json.createReader(Files.newBufferedReader(Path.of("src/main/resources/amplify_outputs.json")))) {
            JsonObject api = outputs.readObject().getJsonObject("data");
            return AmplifyConfig.builder()
                    .graphQl(graphQl -> graphQl.endpoint("https://api.test/graphql")
                            .modelIntrospection(
                                    api.getJsonObject("model_introspection").toString()))
                    .build();
        }
    }

    private static byte[] answer(IntFunction<String> post) {
        return IntStream.range(0, POSTS)
                .mapToObj(post)
                .collect(Collectors.joining(",", "{\"data\":{\"listPosts\":{\"items\":[", "],\"nextToken\":null}}}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String post(int i) {
        return """
                {"id":"5f1c9a52-6d1e-4c0b-9a55-000000000%03d","title":"Post number %d","content":"%s","status":"PUBLISHED",\
                "rating":%d,"createdAt":"2026-01-31T10:00:%02d.123Z","updatedAt":"2026-02-01T08:30:%02d.456Z",\
                "owner":"f4b8a458-70a1-70d2-9c27-2c5d1f0e7a11"}""".formatted(i, i, SENTENCE.repeat(3), i % 6, i, i);
    }

    private static String postWithComments(int i) {
        return IntStream.range(0, COMMENTS)
                .mapToObj(comment -> """
                        {"id":"%d-%d","postID":"%d","content":"%s"}""".formatted(i, comment, i, SENTENCE))
                .collect(Collectors.joining(
                        ",",
                        "{\"id\":\"" + i + "\",\"title\":\"Post\",\"comments\":{\"items\":[",
                        "],\"nextToken\":null}}"));
    }
}
