package org.amplifyjakarta.jaxrs.client;

import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.Validation;
import java.io.Closeable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.AmplifyConfigs;
import org.amplifyjakarta.config.ConfigReader;
import org.amplifyjakarta.config.ConfigurationException;

/**
 * Stops a deployment where an {@link AmplifyApi} names an API that no configuration has, or would not be authorized. Found by its
 * services file.
 */
public class AmplifyApiExtension implements BuildCompatibleExtension {

    private final Map<String, String> namesByInterface = new TreeMap<>();
    private final Set<String> withInheritedMethods = new TreeSet<>();
    private boolean configurationIsOurs = true;

    /** Notes an interface and the name it gives. */
    @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = AmplifyApi.class)
    public void note(ClassConfig type) {
        namesByInterface.put(
                type.info().name(),
                type.info().annotation(AmplifyApi.class).value().asString());
        boolean inherits = type.info().superInterfacesDeclarations().stream()
                .anyMatch(above -> !above.name().equals(AutoCloseable.class.getName())
                        && !above.name().equals(Closeable.class.getName())
                        && !above.methods().isEmpty());
        if (inherits) {
            withInheritedMethods.add(type.info().name());
        }
    }

    /** Notes whether the application has a configuration of its own, whose APIs are not known before it runs. */
    @Registration(types = AmplifyConfig.class)
    public void note(BeanInfo configuration) {
        // not isSynthetic(), which Weld 5.1 denies of what extensions add
        configurationIsOurs &=
                !configuration.isClassBean() && !configuration.isProducerMethod() && !configuration.isProducerField();
    }

    /** Reports every interface whose API is missing. */
    @Validation
    public void validate(Messages messages) {
        // the client tells the filter where a method is declared, not whose it is
        withInheritedMethods.forEach(
                type -> messages.error(
                        "AMP-6006 " + type
                                + ": methods that an interface with @AmplifyApi inherits would not be authorized. Declare them in it."));
        if (namesByInterface.isEmpty() || !configurationIsOurs) {
            return;
        }
        try {
            AmplifyConfigs configs = ConfigReader.read();
            namesByInterface.forEach((type, name) -> {
                if (!configs.own().apis().rest().containsKey(name)) {
                    messages.error("AMP-6004 " + type + ": @AmplifyApi(\"" + name
                            + "\") names an API that is not configured. Set amplify.rest." + name + ".endpoint.");
                }
            });
        } catch (ConfigurationException e) {
            // reported with all its faults by the extension of amplify-cdi
            messages.info("AMP-6004 the APIs of REST clients were not checked.");
        }
    }
}
