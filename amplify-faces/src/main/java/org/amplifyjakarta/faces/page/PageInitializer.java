package org.amplifyjakarta.faces.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds an application's pages when it starts, and puts {@link PageFilter} behind all other filters, the one that guards
 * paths among them. Does nothing where there is no page.
 */
public final class PageInitializer implements ServletContainerInitializer {

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext application) throws ServletException {
        PageRoutes routes = routes(application);
        if (routes.routes().isEmpty()) {
            return;
        }
        application.setAttribute(PageRoutes.ATTRIBUTE, routes);
        FilterRegistration.Dynamic filter = application.addFilter(PageFilter.class.getName(), new PageFilter(routes));
        // null: the application has registered one of that name
        if (filter != null) {
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
        }
    }

    private static PageRoutes routes(ServletContext application) throws ServletException {
        try {
            PageScan scan = PageScan.of(application);
            List<String> faults = scan.faults();
            if (!faults.isEmpty()) {
                throw new ServletException(PageMessages.faults(faults));
            }
            return scan.routes();
        } catch (IOException e) {
            throw new ServletException("Amplify: the application's own files cannot be read.", e);
        }
    }
}
