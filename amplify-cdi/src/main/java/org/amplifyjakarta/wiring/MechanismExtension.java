package org.amplifyjakarta.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.ScannedClasses;
import jakarta.enterprise.inject.build.compatible.spi.Validation;
import org.amplifyjakarta.config.ConfigReader;
import org.amplifyjakarta.config.ConfigurationException;
import org.amplifyjakarta.security.Configured;

/**
 * Adds the authentication mechanism of Jakarta Security, where configuration asks for it and its API is there. Names none of its types,
 * so that it loads where it is not. Found by its services file.
 */
public class MechanismExtension implements BuildCompatibleExtension {

    private static final String OF_JAKARTA_SECURITY =
            "jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism";
    private static final String MECHANISM = "org.amplifyjakarta.security.AmplifyAuthenticationMechanism";

    private boolean isMissing;

    /** Adds the mechanism. */
    @Discovery
    public void addMechanism(ScannedClasses classes) {
        if (isAsked()) {
            isMissing = !hasJakartaSecurity();
            if (!isMissing) {
                classes.add(MECHANISM);
            }
        }
    }

    /** Gives it a scope, which would make it a bean everywhere if it had one itself. */
    @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = Configured.class)
    public void scope(ClassConfig type) {
        type.addAnnotation(ApplicationScoped.class);
    }

    /** Stops the deployment where there can be no mechanism. */
    @Validation
    public void validate(Messages messages) {
        if (isMissing) {
            messages.error(StartMessages.noJakartaSecurity());
        }
    }

    private static boolean isAsked() {
        try {
            return ConfigReader.read().own().web().guard().mechanism();
        } catch (ConfigurationException e) {
            // told by the validation of all that is configured
            return false;
        }
    }

    private static boolean hasJakartaSecurity() {
        try {
            Class.forName(OF_JAKARTA_SECURITY, false, MechanismExtension.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
