package org.amplifyjakarta.data;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.graphql.AmplifyGraphQL;
import org.amplifyjakarta.graphql.GraphQLException;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.amplifyjakarta.graphql.GraphQLResult;
import org.amplifyjakarta.session.AmplifyContext;
import org.jspecify.annotations.Nullable;

/** Keeps the last request, and answers what it was told to. */
public final class RecordingGraphQL implements AmplifyGraphQL {

    public static final AmplifyConfig CONFIG = AmplifyConfig.builder()
            .graphQl(api -> api.endpoint("https://api.test/graphql").modelIntrospection(introspection()))
            .build();

    public final Queue<String> answers = new ArrayDeque<>();
    public final List<String> documents = new ArrayList<>();
    public String document = "";
    public JsonObject variables = JsonValue.EMPTY_JSON_OBJECT;
    public GraphQLOptions options = GraphQLOptions.DEFAULT;
    public boolean echoInput;
    public @Nullable GraphQLException failure;
    public @Nullable GraphQLException writeFailure;

    @Override
    public GraphQLResult query(String sent, Map<String, ?> values, GraphQLOptions given) {
        options = given;
        return answer(sent, values);
    }

    @Override
    public GraphQLResult mutate(String sent, Map<String, ?> values, GraphQLOptions given) {
        options = given;
        if (writeFailure != null) {
            throw writeFailure;
        }
        return answer(sent, values);
    }

    @Override
    public AmplifyGraphQL in(AmplifyContext context) {
        return this;
    }

    GraphQLResult answer(String sent, Map<String, ?> values) {
        if (failure != null) {
            throw failure;
        }
        document = sent;
        documents.add(sent);
        variables = parsed(
                JsonbBuilder.create(new JsonbConfig().withNullValues(true)).toJson(values));
        JsonObject answer = parsed(Objects.requireNonNull(answers.poll()));
        return GraphQLResult.of(
                echoInput
                        ? Json.createObjectBuilder()
                                .add(answer.keySet().iterator().next(), variables.getJsonObject("input"))
                                .build()
                        : answer);
    }

    static JsonObject parsed(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static String introspection() {
        try (InputStream stream =
                Objects.requireNonNull(SessionModelsTest.class.getResourceAsStream("/data/introspection.json"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
