package org.amplifyjakarta.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.ScannedClasses;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The mechanism is there where it is asked for, and only there. */
class MechanismExtensionTest {

    private static final String KEY = "amplify.guard.mechanism";

    @AfterEach
    void reset() {
        System.clearProperty(KEY);
    }

    @Test
    void byDefaultThereIsNone() {
        try (WeldContainer container = start()) {
            assertThat(mechanisms(container)).isEmpty();
        }
    }

    @Test
    void whereItIsConfiguredThereIsOneForTheApplication() {
        System.setProperty(KEY, "true");

        try (WeldContainer container = start()) {
            assertThat(mechanisms(container)).singleElement().satisfies(bean -> assertThat(bean.getScope())
                    .isEqualTo(ApplicationScoped.class));
        }
    }

    @Test
    void withoutJakartaSecurityTheDeploymentStopsAndSaysWhatHelps() throws Exception {
        System.setProperty(KEY, "true");
        ClassLoader server = new ServerWithout("jakarta.security.");
        List<String> errors = new ArrayList<>();
        Class<?> type = Class.forName(MechanismExtension.class.getName(), true, server);
        Object extension = type.getConstructor().newInstance();

        type.getMethod("addMechanism", ScannedClasses.class).invoke(extension, told(ScannedClasses.class, errors));
        type.getMethod("validate", Messages.class).invoke(extension, told(Messages.class, errors));

        assertThat(errors).singleElement().asString().contains("AMP-2504", "ee-security", "appSecurity-5.0");
    }

    @Test
    void withoutJakartaSecurityNothingIsTouchedThatNobodyAsksFor() throws Exception {
        ClassLoader server = new ServerWithout("jakarta.security.");
        List<String> told = new ArrayList<>();
        Class<?> type = Class.forName(MechanismExtension.class.getName(), true, server);
        Object extension = type.getConstructor().newInstance();

        type.getMethod("addMechanism", ScannedClasses.class).invoke(extension, told(ScannedClasses.class, told));
        type.getMethod("validate", Messages.class).invoke(extension, told(Messages.class, told));

        assertThat(told).isEmpty();
    }

    private static Object told(Class<?> type, List<String> told) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            told.add(String.valueOf(arguments[0]));
            return null;
        });
    }

    private static Set<Bean<?>> mechanisms(WeldContainer container) {
        return container.getBeanManager().getBeans(HttpAuthenticationMechanism.class);
    }

    private static WeldContainer start() {
        return new Weld()
                .disableDiscovery()
                .addBeanClasses(AmplifyRuntime.class, RequestBinding.class)
                .initialize();
    }
}
