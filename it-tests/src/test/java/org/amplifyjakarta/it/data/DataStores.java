package org.amplifyjakarta.it.data;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.amplifyjakarta.config.ConfigBuilder;
import org.amplifyjakarta.config.DataStoreConfig.AuthModeStrategy;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;
import org.amplifyjakarta.config.GraphQlConfig.ConflictResolution;
import org.amplifyjakarta.datastore.AmplifyDataStore;
import org.amplifyjakarta.datastore.SessionDataStore;
import org.amplifyjakarta.graphql.SessionGraphQL;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.LocalSession;

/** DataStores of the user demo at the local AWS. Close it. */
final class DataStores implements AutoCloseable {

    private final LocalAws aws;
    private final List<LocalSession> sessions = new ArrayList<>();
    private final LocalSession demo;
    private final SessionGraphQL graphQl;
    private final SessionDataStore store;

    DataStores(LocalAws aws) {
        this.aws = aws;
        this.demo = kept(api -> {});
        this.graphQl = new SessionGraphQL(demo::context, InstantSource.system());
        this.store = new SessionDataStore(demo::context, graphQl, () -> "no-token-of-the-authorizer");
    }

    /** In the auth mode of the API, by key. */
    AmplifyDataStore store() {
        return store;
    }

    /** In the auth modes of the models' rules. */
    AmplifyDataStore multiAuth() {
        return store.in(
                kept(api -> api.authModeStrategy(AuthModeStrategy.MULTI_AUTH)).context());
    }

    /** At an API that resolves conflicts. */
    AmplifyDataStore versions() {
        return store.in(kept(api -> api.endpoint(aws.versionedGraphQlUrl())
                        .defaultAuthMode(AuthMode.USER_POOL)
                        .conflictResolution(ConflictResolution.OPTIMISTIC_CONCURRENCY))
                .context());
    }

    /** Opens another session, which the caller closes. */
    LocalSession open(String user, Consumer<ConfigBuilder.GraphQl> more) {
        return LocalSession.open(
                aws,
                aws.signIn(user),
                config -> config.graphQl(api -> more.accept(api.endpoint(aws.graphQlUrl())
                        .region("us-east-1")
                        .apiKey(aws.graphQlApiKey())
                        .defaultAuthMode(AuthMode.API_KEY)
                        .modelIntrospection(Fixtures.text("model-introspection.json")))));
    }

    @Override
    public void close() {
        store.close();
        graphQl.close();
        sessions.forEach(LocalSession::close);
    }

    private LocalSession kept(Consumer<ConfigBuilder.GraphQl> more) {
        LocalSession session = open("demo", more);
        sessions.add(session);
        return session;
    }
}
