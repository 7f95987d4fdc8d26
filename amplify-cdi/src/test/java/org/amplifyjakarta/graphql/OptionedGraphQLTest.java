package org.amplifyjakarta.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;
import org.amplifyjakarta.data.RecordingGraphQL;
import org.junit.jupiter.api.Test;

class OptionedGraphQLTest {

    private static final GraphQLOptions OPTIONS = GraphQLOptions.DEFAULT.as(AuthMode.API_KEY);

    private final RecordingGraphQL api = new RecordingGraphQL();
    private final AmplifyGraphQL client = api.with(OPTIONS);

    @Test
    void callsWithoutOptionsUseThoseOfTheClient() {
        answerTimes(3);

        client.query("{ a }", Map.of());
        assertThat(api.options).isEqualTo(OPTIONS);
        client.mutate("mutation { a }", Map.of());
        assertThat(api.options).isEqualTo(OPTIONS);
        client.run(GraphQLDocument.of("{ a }"), Map.of());
        assertThat(api.options).isEqualTo(OPTIONS);
    }

    @Test
    void theOptionsOfACallCountAlone() {
        answerTimes(2);

        client.query("{ a }", Map.of(), GraphQLOptions.DEFAULT);
        assertThat(api.options).isEqualTo(GraphQLOptions.DEFAULT);
        client.with(GraphQLOptions.DEFAULT).query("{ a }", Map.of());
        assertThat(api.options).isEqualTo(GraphQLOptions.DEFAULT);
    }

    private void answerTimes(int times) {
        for (int i = 0; i < times; i++) {
            api.answers.add("{\"a\":1}");
        }
    }
}
