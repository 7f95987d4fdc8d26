package org.amplifyjakarta.faces.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds an application's pages when it starts, and puts {@link PageFilter} behind all other filters, the one that guards
 * paths among them. Does nothing where there is no page.
 */
public final class PageInitializer implements ServletContainerInitializer {

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext application) throws ServletException {
        PageScan scan = scan(application);
        if (!scan.faults().isEmpty()) {
            application.addListener(new Stop(PageMessages.faults(scan.faults())));
        } else if (!scan.routes().routes().isEmpty()) {
            start(scan.routes(), application);
        }
    }

    private static void start(PageRoutes routes, ServletContext application) {
        application.setAttribute(PageRoutes.ATTRIBUTE, routes);
        FilterRegistration.Dynamic filter = application.addFilter(PageFilter.class.getName(), new PageFilter(routes));
        // null: the application has registered one of that name
        if (filter != null) {
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR), true, "/*");
        }
    }

    private static PageScan scan(ServletContext application) throws ServletException {
        try {
            return PageScan.of(application);
        } catch (IOException e) {
            throw new ServletException("Amplify: the application's own files cannot be read.", e);
        }
    }

    /** Open Liberty 26.0.0.3 goes on after an initializer that fails, and not after such a listener. */
    private record Stop(String faults) implements ServletContextListener {

        @Override
        public void contextInitialized(ServletContextEvent event) {
            throw new IllegalStateException(faults);
        }
    }
}
