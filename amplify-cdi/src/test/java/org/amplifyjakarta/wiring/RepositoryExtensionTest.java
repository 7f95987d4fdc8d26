package org.amplifyjakarta.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.data.repository.BasicRepository;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.ConfigKey;
import org.amplifyjakarta.data.RecordingGraphQL;
import org.amplifyjakarta.repository.ModelRepository;
import org.amplifyjakarta.repository.Post;
import org.amplifyjakarta.repository.Posts;
import org.amplifyjakarta.repository.RepositorySchema;
import org.amplifyjakarta.session.AmplifyServerRunner;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepositoryExtensionTest {

    /** What an application has. */
    @ApplicationScoped
    static class Application {

        @Produces
        @Singleton
        AmplifyConfig config = RepositorySchema.config();

        @Produces
        @Singleton
        RecordingGraphQL api = new RecordingGraphQL();
    }

    /** Not marked as ours. */
    @Repository
    public interface Plain extends BasicRepository<Post, String> {}

    /** Not marked as ours, and not injected by itself. */
    @Repository
    public interface Indirect extends BasicRepository<Post, String> {}

    /** For another provider. */
    @Repository(provider = "Other")
    public interface Foreign extends BasicRepository<Post, String> {}

    /** Of no model. */
    @Repository
    public interface OfNobody extends BasicRepository<String, String> {}

    /** Injects them. */
    @ApplicationScoped
    static class Services {

        @Inject
        Plain plain;

        @Inject
        Instance<Indirect> indirect;

        @Inject
        Instance<Foreign> foreign;

        @Inject
        Instance<OfNobody> ofNobody;
    }

    /** Cannot be, whatever the schema. */
    @ModelRepository
    public interface Jdql extends DataRepository<Post, String> {

        @Query("where title = 'a'")
        List<Post> query();
    }

    /** Cannot be, by the schema. */
    @ModelRepository
    public interface Sorted extends DataRepository<Post, String> {

        @Find
        @OrderBy("rating")
        Stream<Post> best();
    }

    @AfterEach
    void forget() {
        System.clearProperty(ConfigKey.GRAPHQL_ENDPOINT.key());
        System.clearProperty(ConfigKey.GRAPHQL_INTROSPECTION.key());
    }

    @Test
    void aMarkedRepositoryWorksInTheSessionOfTheCall() {
        try (WeldContainer container = start(Application.class, Posts.class)) {
            RecordingGraphQL api = container.select(RecordingGraphQL.class).get();
            Posts posts = container.select(Posts.class).get();
            api.answers.add("{\"getPost\":{\"id\":\"1\",\"title\":\"a\"}}");

            String title = container.select(AmplifyServerRunner.class).get().runAsGuest(context -> posts.findById("1")
                    .orElseThrow()
                    .title());

            assertThat(title).isEqualTo("a");
        }
    }

    @Test
    void aRepositoryThatABeanInjectsIsFoundWithoutOurMark() {
        try (WeldContainer container = start(Application.class, Services.class)) {
            Services services = container.select(Services.class).get();

            assertThat(container.select(Plain.class).isResolvable()).isTrue();
            assertThat(container.select(Indirect.class).isResolvable()).isTrue();
            assertThat(container.select(Foreign.class).isUnsatisfied()).isTrue();
            assertThat(container.select(OfNobody.class).isUnsatisfied()).isTrue();
            assertThat(services).isNotNull();
        }
    }

    @Test
    void faultsOfAllRepositoriesAreToldTogether() {
        System.setProperty(ConfigKey.GRAPHQL_ENDPOINT.key(), "https://api.test/graphql");
        System.setProperty(ConfigKey.GRAPHQL_INTROSPECTION.key(), RepositorySchema.text());

        assertThatExceptionOfType(DeploymentException.class)
                .isThrownBy(() -> start(Jdql.class, Sorted.class, Posts.class))
                .withMessageContainingAll(
                        "AMP-4511 Amplify repositories:\n  ",
                        Jdql.class.getName() + ".query: @Query has no way to AppSync.",
                        Sorted.class.getName() + ".best: @OrderBy: no index that is asked sorts model Post by rating.");
    }

    @Test
    void whatTheSchemaHasToSayIsSaidAtTheCallWhereItIsNotKnownBefore() {
        try (WeldContainer container = start(Application.class, Sorted.class)) {
            assertThat(container.select(Sorted.class).isResolvable()).isTrue();
        }
        assertThatExceptionOfType(DeploymentException.class)
                .isThrownBy(() -> start(Application.class, Jdql.class))
                .withMessageContaining("AMP-4511");
    }

    private static WeldContainer start(Class<?>... application) {
        return new Weld()
                .disableDiscovery()
                .addBeanClasses(AmplifyRuntime.class, RequestBinding.class)
                .addBeanClasses(application)
                .initialize();
    }
}
