package org.amplifyjakarta.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.amplifyjakarta.graphql.DocumentFile;
import org.amplifyjakarta.graphql.GraphQLDocument;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

class InjectedDocumentsTest {

    private static final String QUERIES = "graphql/queries.graphql";

    /** What a subclass inherits. */
    static class Inherited {

        @Inject
        @DocumentFile("graphql/total.graphql")
        GraphQLDocument inherited;
    }

    /** Has one of each. */
    @ApplicationScoped
    static class Application extends Inherited {

        private final List<GraphQLDocument> documents = new ArrayList<>();

        @Inject
        @DocumentFile(value = QUERIES, operation = "GetOrder")
        GraphQLDocument field;

        @Inject
        @DocumentFile(value = QUERIES, operation = "PayOrder")
        Instance<GraphQLDocument> late;

        // for the client proxy
        Application() {}

        @Inject
        Application(@DocumentFile(value = QUERIES, operation = "ListOrders") GraphQLDocument constructor) {
            documents.add(constructor);
        }

        @Inject
        void initializer(@DocumentFile(value = QUERIES, operation = "PayOrder") GraphQLDocument parameter) {
            documents.add(parameter);
        }

        void observer(
                @Observes @Initialized(ApplicationScoped.class) Object event,
                @DocumentFile("graphql/total.graphql") GraphQLDocument parameter) {
            documents.add(parameter);
        }

        @Produces
        @Dependent
        @Named
        String text(@DocumentFile("graphql/total.graphql") GraphQLDocument parameter) {
            return parameter.text();
        }

        List<GraphQLDocument> all() {
            documents.add(field);
            documents.add(late.get());
            documents.add(inherited);
            return documents;
        }
    }

    /** Has a fault in each place. */
    @ApplicationScoped
    static class Faulty {

        @Inject
        @DocumentFile("graphql/field.graphql")
        GraphQLDocument field;

        @Inject
        Faulty(@DocumentFile("graphql/constructor.graphql") GraphQLDocument constructor) {}

        Faulty() {}

        @Inject
        void initializer(@DocumentFile("graphql/initializer.graphql") GraphQLDocument parameter) {}

        void observer(@Observes String event, @DocumentFile("graphql/observer.graphql") GraphQLDocument parameter) {}

        @Produces
        @Dependent
        StringBuilder producer(@DocumentFile("graphql/producer.graphql") GraphQLDocument parameter) {
            return new StringBuilder();
        }

        void disposer(
                @Disposes StringBuilder builder, @DocumentFile("graphql/disposer.graphql") GraphQLDocument parameter) {}
    }

    /** Asks for what the schema does not have. */
    @ApplicationScoped
    static class Nearest {

        @Inject
        @DocumentFile("graphql/unknown-field.graphql")
        GraphQLDocument nearest;
    }

    /** Inherits a fault. */
    @ApplicationScoped
    static class FaultyHeir extends Stray {}

    /** What is no bean. */
    abstract static class Stray {

        @Inject
        @DocumentFile("graphql/inherited.graphql")
        GraphQLDocument inherited;
    }

    @Test
    void eachPlaceGetsItsOwnDocument() {
        try (WeldContainer container = start(Application.class)) {
            Application application = container.select(Application.class).get();

            assertThat(application.all())
                    .extracting(document -> document.operation().orElseThrow())
                    .containsExactlyInAnyOrder("ListOrders", "PayOrder", "Total", "GetOrder", "PayOrder", "Total");
            assertThat(container
                            .select(String.class, jakarta.enterprise.inject.literal.NamedLiteral.of("text"))
                            .get())
                    .contains("total");
        }
    }

    @Test
    void aFileIsReadOnce() {
        try (WeldContainer container = start(Application.class)) {
            List<GraphQLDocument> documents =
                    container.select(Application.class).get().all();

            assertThat(documents.stream().distinct()).hasSize(4);
            assertThat(documents.stream().map(System::identityHashCode).distinct())
                    .hasSize(4);
        }
    }

    @Test
    void everyFaultIsToldAtOnceWithItsPlace() {
        String name = Faulty.class.getName();

        assertThatThrownBy(() -> start(Faulty.class, FaultyHeir.class))
                .hasMessageContaining("AMP-4503")
                .hasMessageContaining(name + ".field: graphql/field.graphql: is not on the class path.")
                .hasMessageContaining("graphql/constructor.graphql: is not")
                .hasMessageContaining("graphql/initializer.graphql: is not")
                .hasMessageContaining("graphql/observer.graphql: is not")
                .hasMessageContaining("graphql/producer.graphql: is not")
                .hasMessageContaining("graphql/disposer.graphql: is not")
                .hasMessageContaining("graphql/inherited.graphql: is not");
    }

    @Test
    void documentsAreHeldAgainstTheSchemaOfTheConfiguration() {
        System.setProperty("amplify.graphql.endpoint", "https://api.test/graphql");
        System.setProperty("amplify.graphql.schema", "classpath:graphql/api.graphql");
        try {
            assertThatThrownBy(() -> start(Nearest.class))
                    .hasMessageContaining(Nearest.class.getName()
                            + ".nearest: graphql/unknown-field.graphql, line 2, column 3: "
                            + "Field 'nearest' in type 'Query' is undefined.");
        } finally {
            System.clearProperty("amplify.graphql.endpoint");
            System.clearProperty("amplify.graphql.schema");
        }
    }

    private static WeldContainer start(Class<?>... application) {
        return new Weld()
                .disableDiscovery()
                .addBeanClasses(AmplifyRuntime.class, RequestBinding.class)
                .addBeanClasses(application)
                .initialize();
    }
}
