package org.amplifyjakarta.jaxrs.client;

import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.Validation;
import java.util.Map;
import java.util.TreeMap;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.AmplifyConfigs;
import org.amplifyjakarta.config.ConfigReader;
import org.amplifyjakarta.config.ConfigurationException;

/** Stops a deployment where an {@link AmplifyApi} names an API that no configuration has. Found by its services file. */
public class AmplifyApiExtension implements BuildCompatibleExtension {

    private final Map<String, String> namesByInterface = new TreeMap<>();
    private boolean configurationIsOurs = true;

    /** Notes an interface and the name it gives. */
    @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = AmplifyApi.class)
    public void note(ClassConfig type) {
        namesByInterface.put(
                type.info().name(),
                type.info().annotation(AmplifyApi.class).value().asString());
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
