package org.amplifyjakarta.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanBuilder;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.inject.build.compatible.spi.Validation;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.AmplifyConfigs;
import org.amplifyjakarta.config.ConfigReader;
import org.amplifyjakarta.config.ConfigurationException;
import org.amplifyjakarta.credentials.AmplifyCredentials;
import org.amplifyjakarta.rest.AmplifyRest;
import org.amplifyjakarta.session.AmplifyAuth;
import org.amplifyjakarta.session.AmplifyConfigResolver;
import org.amplifyjakarta.session.AmplifyServerRunner;
import org.amplifyjakarta.storage.AmplifyStorage;
import org.amplifyjakarta.token.TokenProvider;

/**
 * Adds this library's beans to an application, beside the two that are found by their annotations. What an application may replace is added only where the application has
 * no bean of that type itself: a class, a producer or an alternative, as it likes.
 */
public class AmplifyExtension implements BuildCompatibleExtension {

    private final Set<String> provided = new HashSet<>();
    private boolean configurationIsOurs;

    /** Notes what the application provides itself. */
    @Registration(
            types = {
                AmplifyConfig.class,
                AmplifyConfigs.class,
                AmplifyConfigResolver.class,
                AmplifyAuth.class,
                AmplifyServerRunner.class,
                AmplifyCredentials.class,
                AmplifyRest.class,
                AmplifyStorage.class,
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
        defaults.add(AmplifyCredentials.class, RequestScoped.class, DefaultBeans.Credentials.class);
        defaults.add(AmplifyRest.class, ApplicationScoped.class, DefaultBeans.Rest.class)
                .ifPresent(bean -> bean.disposeWith(DefaultBeans.RestDisposer.class));
        if (hasS3()) {
            defaults.add(AmplifyStorage.class, ApplicationScoped.class, DefaultBeans.Storage.class)
                    .ifPresent(bean -> bean.disposeWith(DefaultBeans.StorageDisposer.class));
        }
        defaults.add(TokenProvider.class, RequestScoped.class, DefaultBeans.Tokens.class);
    }

    /** Stops the deployment where configuration is wrong, with all faults in one message. */
    @Validation
    public void validate(Messages messages) {
        if (configurationIsOurs) {
            try {
                List<String> unknown = ConfigReader.read().unknownKeys();
                if (!unknown.isEmpty()) {
                    messages.warn(StartMessages.unknownKeys(unknown));
                }
            } catch (ConfigurationException e) {
                messages.error(e.getMessage());
            }
        }
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
