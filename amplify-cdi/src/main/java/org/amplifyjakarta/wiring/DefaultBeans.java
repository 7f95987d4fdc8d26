package org.amplifyjakarta.wiring;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanDisposer;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.Map;
import org.amplifyjakarta.authentication.AmplifyAuthentication;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.AmplifyConfigs;
import org.amplifyjakarta.config.ConfigReader;
import org.amplifyjakarta.credentials.AmplifyCredentials;
import org.amplifyjakarta.data.AmplifyModels;
import org.amplifyjakarta.data.SessionModels;
import org.amplifyjakarta.datastore.AmplifyDataStore;
import org.amplifyjakarta.datastore.FunctionAuthProvider;
import org.amplifyjakarta.datastore.SessionDataStore;
import org.amplifyjakarta.graphql.AmplifyGraphQL;
import org.amplifyjakarta.graphql.GraphQLDocument;
import org.amplifyjakarta.graphql.SessionGraphQL;
import org.amplifyjakarta.rest.AmplifyRest;
import org.amplifyjakarta.rest.SessionRest;
import org.amplifyjakarta.session.AmplifyAuth;
import org.amplifyjakarta.session.AmplifyConfigResolver;
import org.amplifyjakarta.session.AmplifyServerRunner;
import org.amplifyjakarta.session.AuthSession;
import org.amplifyjakarta.session.AuthUser;
import org.amplifyjakarta.session.FetchAuthSessionOptions;
import org.amplifyjakarta.signin.SignInRoutes;
import org.amplifyjakarta.ssr.AmplifySsr;
import org.amplifyjakarta.ssr.RunnerSsr;
import org.amplifyjakarta.storage.AmplifyStorage;
import org.amplifyjakarta.storage.S3Storage;
import org.amplifyjakarta.storage.StoragePrefixResolver;
import org.amplifyjakarta.token.TokenProvider;

/** Makes the beans that stand in where an application has none of its own. */
final class DefaultBeans {

    private DefaultBeans() {}

    /** All configurations of MicroProfile Config. */
    public static final class Configs implements SyntheticBeanCreator<AmplifyConfigs> {
        @Override
        public AmplifyConfigs create(Instance<Object> beans, Parameters parameters) {
            return ConfigReader.read();
        }
    }

    /** The application's own one of them. */
    public static final class Config implements SyntheticBeanCreator<AmplifyConfig> {
        @Override
        public AmplifyConfig create(Instance<Object> beans, Parameters parameters) {
            return beans.select(AmplifyConfigs.class).get().own();
        }
    }

    /** One configuration for every request. */
    public static final class Resolver implements SyntheticBeanCreator<AmplifyConfigResolver> {
        @Override
        public AmplifyConfigResolver create(Instance<Object> beans, Parameters parameters) {
            AmplifyConfig only = beans.select(AmplifyConfig.class).get();
            return request -> only;
        }
    }

    /** The application's runner. */
    public static final class Runner implements SyntheticBeanCreator<AmplifyServerRunner> {
        @Override
        public AmplifyServerRunner create(Instance<Object> beans, Parameters parameters) {
            return beans.select(AmplifyRuntime.class).get().runner();
        }
    }

    /** The Auth category of whatever context is current at each call. */
    public static final class Auth implements SyntheticBeanCreator<AmplifyAuth> {
        @Override
        public AmplifyAuth create(Instance<Object> beans, Parameters parameters) {
            return new CurrentAuth(beans.select(AmplifyServerRunner.class).get());
        }
    }

    /** Signing in and up in whatever context is current at each call. */
    public static final class Authentication implements SyntheticBeanCreator<AmplifyAuthentication> {
        @Override
        public AmplifyAuthentication create(Instance<Object> beans, Parameters parameters) {
            return beans.select(AmplifyRuntime.class)
                    .get()
                    .authentication(beans.select(AmplifyServerRunner.class).get());
        }
    }

    /** The tokens of whatever context is current at each call. */
    public static final class Tokens implements SyntheticBeanCreator<TokenProvider> {
        @Override
        public TokenProvider create(Instance<Object> beans, Parameters parameters) {
            AmplifyServerRunner runner = beans.select(AmplifyServerRunner.class).get();
            return forceRefresh -> runner.current().tokens().tokens(forceRefresh);
        }
    }

    /** The AWS credentials of whatever context is current at each call. */
    public static final class Credentials implements SyntheticBeanCreator<AmplifyCredentials> {
        @Override
        public AmplifyCredentials create(Instance<Object> beans, Parameters parameters) {
            AmplifyServerRunner runner = beans.select(AmplifyServerRunner.class).get();
            return AmplifyCredentials.of(() -> runner.current().credentials());
        }
    }

    /** The Storage category; only where the AWS SDK's S3 is on the class path. */
    public static final class Storage implements SyntheticBeanCreator<AmplifyStorage> {
        @Override
        public AmplifyStorage create(Instance<Object> beans, Parameters parameters) {
            AmplifyServerRunner runner = beans.select(AmplifyServerRunner.class).get();
            Instance<StoragePrefixResolver> prefixes = beans.select(StoragePrefixResolver.class);
            return new S3Storage(
                    runner::current,
                    prefixes.isResolvable() ? prefixes.get() : StoragePrefixResolver.ofAmplify(),
                    beans.select(AmplifyRuntime.class).get().clock());
        }
    }

    /** The REST category. */
    public static final class Rest implements SyntheticBeanCreator<AmplifyRest> {
        @Override
        public AmplifyRest create(Instance<Object> beans, Parameters parameters) {
            AmplifyServerRunner runner = beans.select(AmplifyServerRunner.class).get();
            return new SessionRest(
                    runner::current, beans.select(AmplifyRuntime.class).get().clock());
        }
    }

    /** The GraphQL category. */
    public static final class GraphQL implements SyntheticBeanCreator<AmplifyGraphQL> {
        @Override
        public AmplifyGraphQL create(Instance<Object> beans, Parameters parameters) {
            AmplifyServerRunner runner = beans.select(AmplifyServerRunner.class).get();
            return new SessionGraphQL(
                    runner::current, beans.select(AmplifyRuntime.class).get().clock());
        }
    }

    /** The document that an injection point names. */
    public static final class Document implements SyntheticBeanCreator<GraphQLDocument> {
        @Override
        public GraphQLDocument create(Instance<Object> beans, Parameters parameters) {
            return beans.select(AmplifyRuntime.class)
                    .get()
                    .documents()
                    .of(beans.select(InjectionPoint.class).get());
        }
    }

    /** The models of the GraphQL category. */
    public static final class Models implements SyntheticBeanCreator<AmplifyModels> {
        @Override
        public AmplifyModels create(Instance<Object> beans, Parameters parameters) {
            AmplifyServerRunner runner = beans.select(AmplifyServerRunner.class).get();
            return SessionModels.ofCurrent(beans.select(AmplifyGraphQL.class).get(), runner::current);
        }
    }

    /** DataStore. */
    public static final class DataStore implements SyntheticBeanCreator<AmplifyDataStore> {
        @Override
        public AmplifyDataStore create(Instance<Object> beans, Parameters parameters) {
            AmplifyServerRunner runner = beans.select(AmplifyServerRunner.class).get();
            Instance<FunctionAuthProvider> tokens = beans.select(FunctionAuthProvider.class);
            return new SessionDataStore(
                    runner::current,
                    beans.select(AmplifyGraphQL.class).get(),
                    tokens.isResolvable() ? tokens.get() : null);
        }
    }

    /** The legacy door. */
    public static final class Ssr implements SyntheticBeanCreator<AmplifySsr> {
        @Override
        public AmplifySsr create(Instance<Object> beans, Parameters parameters) {
            return new RunnerSsr(
                    beans.select(AmplifyServerRunner.class).get(),
                    beans.select(AmplifyGraphQL.class).get(),
                    beans.select(AmplifyRest.class).get(),
                    beans.select(AmplifyDataStore.class).get());
        }
    }

    /** The routes of server-side sign-in. */
    public static final class Routes implements SyntheticBeanCreator<SignInRoutes> {
        @Override
        public SignInRoutes create(Instance<Object> beans, Parameters parameters) {
            return beans.select(AmplifyRuntime.class).get().openRoutes();
        }
    }

    /** Closes what a bean keeps open. */
    private abstract static class Closing<T> implements SyntheticBeanDisposer<T> {
        @Override
        public void dispose(T bean, Instance<Object> beans, Parameters parameters) {
            if (bean instanceof AutoCloseable open) {
                try {
                    open.close();
                } catch (Exception e) {
                    throw new IllegalStateException("Amplify: a bean could not be closed.", e);
                }
            }
        }
    }

    /** Closes its clients. */
    public static final class StorageDisposer extends Closing<AmplifyStorage> {}

    /** Closes its clients. */
    public static final class RestDisposer extends Closing<AmplifyRest> {}

    /** Closes its client. */
    public static final class GraphQLDisposer extends Closing<AmplifyGraphQL> {}

    /** Closes its JSON binding. */
    public static final class ModelsDisposer extends Closing<AmplifyModels> {}

    /** Closes its JSON binding. */
    public static final class DataStoreDisposer extends Closing<AmplifyDataStore> {}

    /** Closes its client. */
    public static final class RoutesDisposer extends Closing<SignInRoutes> {}

    private record CurrentAuth(AmplifyServerRunner runner) implements AmplifyAuth {

        @Override
        public AuthSession fetchAuthSession(FetchAuthSessionOptions options) {
            return runner.current().auth().fetchAuthSession(options);
        }

        @Override
        public AuthUser getCurrentUser() {
            return runner.current().auth().getCurrentUser();
        }

        @Override
        public Map<String, String> fetchUserAttributes() {
            return runner.current().auth().fetchUserAttributes();
        }
    }
}
