package org.amplifyjakarta.it.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;
import org.amplifyjakarta.data.ModelOperations;
import org.amplifyjakarta.data.SessionModels;
import org.amplifyjakarta.graphql.SessionGraphQL;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.sample.Post;
import org.amplifyjakarta.it.support.LocalSession;
import org.amplifyjakarta.it.support.NodeModules;
import org.amplifyjakarta.it.support.NodeScript;

/** Amplify's simulator of AppSync with the sample's API, and the local AWS for sessions. Close it. */
record AppSyncSimulator(NodeScript script, LocalAws aws) implements AutoCloseable {

    private static final Path FIXTURES =
            Path.of("src/test/resources/amplify-data").toAbsolutePath();

    /** Starts it, or skips the test. */
    static AppSyncSimulator orSkip() throws IOException, InterruptedException {
        NodeScript script = NodeModules.orSkip("src/test/node/appsync")
                .start(
                        "appsync.mjs",
                        FIXTURES.resolve("schema.transformed.graphql").toString(),
                        FIXTURES.resolve("resolvers.json").toString());
        return new AppSyncSimulator(script, LocalAws.start(0));
    }

    /** Returns what an application has in the session of a user; unless told otherwise it asks as a guest, by API key. */
    Client client(String user) throws IOException {
        String introspection = Files.readString(FIXTURES.resolve("model-introspection.json"));
        LocalSession session = LocalSession.open(
                aws,
                aws.signIn(user),
                config -> config.graphQl(api -> api.endpoint(script.ready().getString("url"))
                        .region("us-east-1")
                        .apiKey(script.ready().getString("apiKey"))
                        .defaultAuthMode(AuthMode.API_KEY)
                        .modelIntrospection(introspection)));
        SessionGraphQL graphQl = new SessionGraphQL(session::context, InstantSource.system());
        return new Client(session, graphQl, new SessionModels(graphQl, () -> session.context()
                .config()));
    }

    @Override
    public void close() throws IOException {
        aws.close();
        script.close();
    }

    /** What an application has. Close it. */
    record Client(LocalSession session, SessionGraphQL graphQl, SessionModels models) implements AutoCloseable {

        ModelOperations<Post> posts() {
            return models.of(Post.class);
        }

        @Override
        public void close() {
            models.close();
            graphQl.close();
            session.close();
        }
    }
}
