package org.amplifyjakarta.faces.page;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the pages among an application's files, and everything that is wrong with them. */
final class PageScan {

    /** What no request reaches, and what Faces takes resources from. */
    private static final Set<String> SKIPPED = Set.of("/WEB-INF/", "/META-INF/", "/resources/", "/contracts/");

    private final ServletContext application;
    private final List<String> faults = new ArrayList<>();
    private final List<PageRoute> routes = new ArrayList<>();

    private PageScan(ServletContext application) {
        this.application = application;
    }

    static PageScan of(ServletContext application) throws IOException {
        PageScan scan = new PageScan(application);
        scan.folder("/");
        scan.compare();
        return scan;
    }

    /** Returns all that is wrong; empty if nothing is. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    PageRoutes routes() {
        return PageRoutes.of(routes);
    }

    private void folder(String folder) throws IOException {
        for (String path : new TreeSet<>(paths(folder))) {
            if (path.endsWith("/")) {
                if (!SKIPPED.contains(path)) {
                    folder(path);
                }
            } else if (path.endsWith(".xhtml")) {
                view(path);
            }
        }
    }

    private void view(String path) throws IOException {
        try (InputStream source = application.getResourceAsStream(path)) {
            if (source != null) {
                new PageSource(path, faults::add).read(source.readAllBytes()).ifPresent(routes::add);
            }
        }
    }

    private void compare() {
        for (int i = 0; i < routes.size(); i++) {
            PageRoute route = routes.get(i);
            for (PageRoute earlier : routes.subList(0, i)) {
                if (earlier.pattern().isAmbiguousWith(route.pattern())) {
                    faults.add(PageMessages.ambiguous(earlier, route));
                }
            }
            String path = route.pattern().toString();
            if (!path.equals("/") && !paths(path + "/").isEmpty()) {
                faults.add(PageMessages.folder(route));
            }
        }
    }

    private Collection<String> paths(String folder) {
        Set<String> paths = application.getResourcePaths(folder);
        return paths == null ? List.of() : paths;
    }
}
