package org.amplifyjakarta.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.MethodConfig;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.inject.build.compatible.spi.Validation;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.types.Type;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.ConfigReader;
import org.amplifyjakarta.config.ConfigurationException;
import org.amplifyjakarta.data.AmplifyModels;
import org.amplifyjakarta.data.ModelSchemas;
import org.amplifyjakarta.repository.ModelRepository;
import org.amplifyjakarta.repository.Repositories;

/**
 * Adds a bean for each repository of Jakarta Data, where its API is there. Names none of its types, so that it loads where it is not.
 * Found by its services file.
 */
public class RepositoryExtension implements BuildCompatibleExtension {

    private static final String OF_JAKARTA_DATA = "jakarta.data.repository.Repository";
    private static final String TYPE = "type";

    private final Set<String> marked = new TreeSet<>();
    private final Set<String> injected = new TreeSet<>();
    private final List<Class<?>> repositories = new ArrayList<>();
    private boolean configurationIsOurs = true;

    /** Notes an interface with our annotation. */
    @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = ModelRepository.class)
    public void noteRepository(ClassConfig type) {
        marked.add(type.info().name());
    }

    /** Notes what of Jakarta Data a bean injects: servers do not look for its annotation in an archive of annotated beans. */
    @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = Inject.class)
    public void noteInjected(ClassConfig bean) {
        Stream.of(
                        bean.fields().stream()
                                .filter(field -> field.info().hasAnnotation(Inject.class))
                                .map(field -> field.info().type()),
                        parameters(bean.constructors().stream()),
                        parameters(bean.methods().stream()))
                .flatMap(Function.identity())
                .flatMap(RepositoryExtension::asked)
                .filter(type -> type.annotations().stream()
                        .anyMatch(annotation -> annotation.name().equals(OF_JAKARTA_DATA)))
                .forEach(type -> injected.add(type.name()));
    }

    /** Notes whether the application has a configuration of its own, whose models are not known before it runs. */
    @Registration(types = AmplifyConfig.class)
    public void note(BeanInfo configuration) {
        // not isSynthetic(), which Weld 5.1 denies of what extensions add
        configurationIsOurs &=
                !configuration.isClassBean() && !configuration.isProducerMethod() && !configuration.isProducerField();
    }

    /** Adds the beans. */
    @Synthesis
    public void addRepositories(SyntheticComponents components) {
        if (!hasJakartaData()) {
            return;
        }
        marked.forEach(name -> repositories.add(loaded(name)));
        injected.stream()
                .filter(name -> !marked.contains(name))
                .map(RepositoryExtension::loaded)
                .filter(Repositories::areOurs)
                .forEach(repositories::add);
        repositories.forEach(type -> add(components, type));
    }

    /** Stops the deployment where a repository cannot be what it says, with all faults in one message. */
    @Validation
    public void validate(Messages messages) {
        if (!marked.isEmpty() && !hasJakartaData()) {
            messages.error(StartMessages.noJakartaData(marked));
        }
        if (repositories.isEmpty()) {
            return;
        }
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            messages.error(StartMessages.repositoryFaults(faults));
        }
    }

    private List<String> faults() {
        try {
            AmplifyConfig config = configurationIsOurs ? ConfigReader.read().own() : null;
            if (config != null && ModelSchemas.areConfigured(config)) {
                try (ModelSchemas schemas = new ModelSchemas(() -> config)) {
                    return all(type -> Repositories.faults(type, schemas));
                }
            }
        } catch (ConfigurationException e) {
            // reported with all its faults by AmplifyExtension
            return all(Repositories::faults);
        }
        return all(Repositories::faults);
    }

    private List<String> all(Function<Class<?>, List<String>> faults) {
        return repositories.stream()
                .flatMap(type -> faults.apply(type).stream())
                .toList();
    }

    private static <T> void add(SyntheticComponents components, Class<T> type) {
        components
                .addBean(type)
                .type(type)
                .scope(ApplicationScoped.class)
                .withParam(TYPE, type)
                .createWith(Creator.of());
    }

    private static Stream<Type> parameters(Stream<MethodConfig> methods) {
        return methods.filter(method -> method.info().hasAnnotation(Inject.class))
                .flatMap(method -> method.info().parameters().stream())
                .map(parameter -> parameter.type());
    }

    /** The interface of an injection point, behind {@code Instance} and {@code Provider} too. */
    private static Stream<ClassInfo> asked(Type type) {
        if (type.isParameterizedType()) {
            return Stream.concat(
                    Stream.of(type.asParameterizedType().declaration()),
                    type.asParameterizedType().typeArguments().stream().flatMap(RepositoryExtension::asked));
        }
        return type.isClass() ? Stream.of(type.asClass().declaration()) : Stream.empty();
    }

    private static boolean hasJakartaData() {
        try {
            Class.forName(OF_JAKARTA_DATA, false, RepositoryExtension.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Amplify: the container found a class that cannot be loaded.", e);
        }
    }

    /** Makes a repository. */
    public static final class Creator implements SyntheticBeanCreator<Object> {

        @Override
        public Object create(Instance<Object> beans, Parameters parameters) {
            Class<?> type = parameters.get(TYPE, Class.class);
            return Repositories.create(type, beans.select(AmplifyModels.class).get());
        }

        @SuppressWarnings("unchecked") // what it makes is of the type that it is told
        static <T> Class<? extends SyntheticBeanCreator<T>> of() {
            return (Class<? extends SyntheticBeanCreator<T>>) (Class<?>) Creator.class;
        }
    }
}
