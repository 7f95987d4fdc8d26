package org.amplifyjakarta.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.build.compatible.spi.AnnotationBuilder;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanBuilder;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.inject.build.compatible.spi.Validation;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.authentication.AmplifyAuthentication;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.AmplifyConfigs;
import org.amplifyjakarta.config.ConfigReader;
import org.amplifyjakarta.config.ConfigurationException;
import org.amplifyjakarta.config.SessionConfig;
import org.amplifyjakarta.config.SessionConfig.Mode;
import org.amplifyjakarta.credentials.AmplifyCredentials;
import org.amplifyjakarta.data.AmplifyModels;
import org.amplifyjakarta.data.Model;
import org.amplifyjakarta.data.ModelSchemas;
import org.amplifyjakarta.datastore.AmplifyDataStore;
import org.amplifyjakarta.graphql.AmplifyGraphQL;
import org.amplifyjakarta.graphql.DocumentFile;
import org.amplifyjakarta.graphql.GraphQLDocument;
import org.amplifyjakarta.rest.AmplifyRest;
import org.amplifyjakarta.session.AmplifyAuth;
import org.amplifyjakarta.session.AmplifyConfigResolver;
import org.amplifyjakarta.session.AmplifyServerRunner;
import org.amplifyjakarta.signin.SignInRoutes;
import org.amplifyjakarta.ssr.AmplifySsr;
import org.amplifyjakarta.storage.AmplifyStorage;
import org.amplifyjakarta.store.SessionStore;
import org.amplifyjakarta.store.SessionStores;
import org.amplifyjakarta.token.TokenProvider;

/**
 * Adds this library's beans to an application, beside the two that are found by their annotations. What an application may replace is added only where the application has
 * no bean of that type itself: a class, a producer or an alternative, as it likes.
 */
public class AmplifyExtension implements BuildCompatibleExtension {

    private final Set<String> provided = new HashSet<>();
    private final Set<String> models = new TreeSet<>();
    private final DocumentUses documents = new DocumentUses();
    private boolean configurationIsOurs;

    /** Notes a class that is bound to a model. */
    @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = Model.class)
    public void noteModel(ClassConfig type) {
        models.add(type.info().name());
    }

    /** Notes a class that has documents injected. */
    @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = DocumentFile.class)
    public void noteDocuments(ClassConfig type) {
        documents.note(type.info());
    }

    /** Notes what the application provides itself. */
    @Registration(
            types = {
                AmplifyConfig.class,
                AmplifyConfigs.class,
                AmplifyConfigResolver.class,
                AmplifyAuth.class,
                AmplifyAuthentication.class,
                AmplifyServerRunner.class,
                AmplifyCredentials.class,
                AmplifyRest.class,
                AmplifyGraphQL.class,
                AmplifyModels.class,
                AmplifyDataStore.class,
                AmplifySsr.class,
                AmplifyStorage.class,
                SessionStore.class,
                SignInRoutes.class,
                TokenProvider.class
            })
    public void note(BeanInfo bean) {
        bean.types().stream()
                .filter(type -> type.isClass())
                .map(type -> type.asClass().declaration().name())
                .forEach(provided::add);
    }

    /** Adds what the application does not provide. */
    @Synthesis
    public void addDefaults(SyntheticComponents components) {
        Defaults defaults = new Defaults(components, provided);
        // asked now: later our own beans are noted too
        configurationIsOurs = !provided.contains(AmplifyConfig.class.getName());
        defaults.add(AmplifyConfigs.class, Singleton.class, DefaultBeans.Configs.class);
        defaults.add(AmplifyConfig.class, Singleton.class, DefaultBeans.Config.class);
        defaults.add(AmplifyConfigResolver.class, ApplicationScoped.class, DefaultBeans.Resolver.class);
        defaults.add(AmplifyServerRunner.class, ApplicationScoped.class, DefaultBeans.Runner.class);
        defaults.add(AmplifyAuth.class, ApplicationScoped.class, DefaultBeans.Auth.class);
        defaults.add(AmplifyAuthentication.class, ApplicationScoped.class, DefaultBeans.Authentication.class);
        defaults.add(AmplifyCredentials.class, RequestScoped.class, DefaultBeans.Credentials.class);
        defaults.add(AmplifyRest.class, ApplicationScoped.class, DefaultBeans.Rest.class)
                .ifPresent(bean -> bean.disposeWith(DefaultBeans.RestDisposer.class));
        defaults.add(AmplifyGraphQL.class, ApplicationScoped.class, DefaultBeans.GraphQL.class)
                .ifPresent(bean -> bean.disposeWith(DefaultBeans.GraphQLDisposer.class));
        defaults.add(AmplifyModels.class, ApplicationScoped.class, DefaultBeans.Models.class)
                .ifPresent(bean -> bean.disposeWith(DefaultBeans.ModelsDisposer.class));
        defaults.add(AmplifyDataStore.class, ApplicationScoped.class, DefaultBeans.DataStore.class)
                .ifPresent(bean -> bean.disposeWith(DefaultBeans.DataStoreDisposer.class));
        defaults.add(SignInRoutes.class, Singleton.class, DefaultBeans.Routes.class)
                .ifPresent(bean -> bean.disposeWith(DefaultBeans.RoutesDisposer.class));
        defaults.add(AmplifySsr.class, ApplicationScoped.class, DefaultBeans.Ssr.class);
        if (hasS3()) {
            defaults.add(AmplifyStorage.class, ApplicationScoped.class, DefaultBeans.Storage.class)
                    .ifPresent(bean -> bean.disposeWith(DefaultBeans.StorageDisposer.class));
        }
        defaults.add(TokenProvider.class, RequestScoped.class, DefaultBeans.Tokens.class);
        components
                .addBean(GraphQLDocument.class)
                .type(GraphQLDocument.class)
                .scope(Dependent.class)
                .qualifier(AnnotationBuilder.of(DocumentFile.class).value("").build())
                .createWith(DefaultBeans.Document.class);
    }

    /** Stops the deployment where configuration is wrong, with all faults in one message. */
    @Validation
    public void validate(Messages messages) {
        AmplifyConfig config = null;
        if (configurationIsOurs) {
            try {
                AmplifyConfigs configs = ConfigReader.read();
                if (!configs.unknownKeys().isEmpty()) {
                    messages.warn(StartMessages.unknownKeys(configs.unknownKeys()));
                }
                config = configs.own();
                validateStore(configs, messages);
                validateModels(config, messages);
            } catch (ConfigurationException e) {
                messages.error(e.getMessage());
            }
        }
        documents.check(config, messages);
    }

    private void validateStore(AmplifyConfigs configs, Messages messages) {
        if (!provided.contains(SessionStore.class.getName())) {
            Stream.concat(Stream.of(configs.own()), configs.named().values().stream())
                    .map(config -> config.web().session())
                    .filter(session -> session.mode() == Mode.STORED)
                    .map(SessionConfig::store)
                    .distinct()
                    .flatMap(store ->
                            SessionStores.fault(store, Thread.currentThread().getContextClassLoader()).stream())
                    .distinct()
                    .forEach(messages::error);
        }
    }

    private void validateModels(AmplifyConfig config, Messages messages) {
        if (models.isEmpty()) {
            return;
        }
        if (!ModelSchemas.areConfigured(config)) {
            messages.warn(StartMessages.modelsWithoutIntrospection());
            return;
        }
        try {
            List<String> faults = ModelSchemas.faults(config, loaded());
            if (!faults.isEmpty()) {
                messages.error(StartMessages.modelFaults(faults));
            }
        } catch (AmplifyException e) {
            messages.error(StartMessages.modelFaults(List.of(e.getMessage() + " " + e.remedy())));
        }
    }

    private List<Class<?>> loaded() {
        List<Class<?>> loaded = new ArrayList<>();
        for (String name : models) {
            try {
                loaded.add(Class.forName(name, false, Thread.currentThread().getContextClassLoader()));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("Amplify: the container found a class that cannot be loaded.", e);
            }
        }
        return loaded;
    }

    private static boolean hasS3() {
        try {
            Class.forName(
                    "software.amazon.awssdk.services.s3.S3Client", false, AmplifyExtension.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private record Defaults(SyntheticComponents components, Set<String> provided) {

        <T> Optional<SyntheticBeanBuilder<T>> add(
                Class<T> type, Class<? extends Annotation> scope, Class<? extends SyntheticBeanCreator<T>> creator) {
            return provided.contains(type.getName())
                    ? Optional.empty()
                    : Optional.of(
                            components.addBean(type).type(type).scope(scope).createWith(creator));
        }
    }
}
