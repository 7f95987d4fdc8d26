package org.amplifyjakarta.faces.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.amplifyjakarta.servlet.ServletAmplifyRequest;
import org.jspecify.annotations.Nullable;

/** Gives the view of a page a request for it, unless a servlet or a file is there. Safe for concurrent use. */
final class PageFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String FACES_SERVLET = "jakarta.faces.webapp.FacesServlet";

    /** Some containers decode them, some do not, Open Liberty ends the path there: such a path is none of a page's. */
    private static final Pattern ENCODED_SEPARATOR = Pattern.compile("%(?:2[fF]|3[bB]|5[cC]|00)");

    private final transient PageRoutes routes;

    /** What folders hold, as long as the application runs: they are part of it. */
    private final transient Map<String, Set<String>> folders = new ConcurrentHashMap<>();

    private transient Collection<String> mappings = new TreeSet<>();

    PageFilter(PageRoutes routes) {
        this.routes = routes;
    }

    @Override
    public void init(FilterConfig config) throws ServletException {
        super.init(config);
        mappings = config.getServletContext().getServletRegistrations().values().stream()
                .filter(servlet -> FACES_SERVLET.equals(servlet.getClassName()))
                .flatMap(servlet -> servlet.getMappings().stream())
                .toList();
        for (PageRoute route : routes.routes()) {
            if (address(route.viewId()) == null) {
                throw new ServletException(PageMessages.noFaces());
            }
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isUnclaimed(request)) {
            chain.doFilter(request, response);
            return;
        }
        String path = new ServletAmplifyRequest(request).path();
        if (routes.ofView(path).isPresent()) {
            // what Faces is not mapped to would be sent as it is written
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Optional<PageMatch> match = match(request, path);
        if (match.isEmpty() || isFile(path)) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(PageMatch.ATTRIBUTE, match.get());
        request.getRequestDispatcher(address(match.get().route().viewId()))
                .forward(new PageRequest(request, match.get().values()), response);
    }

    private Optional<PageMatch> match(HttpServletRequest request, String path) {
        return ENCODED_SEPARATOR.matcher(request.getRequestURI()).find() ? Optional.empty() : routes.match(path);
    }

    private static boolean isUnclaimed(HttpServletRequest request) {
        MappingMatch match = request.getHttpServletMapping().getMappingMatch();
        return match == null || match == MappingMatch.DEFAULT || match == MappingMatch.CONTEXT_ROOT;
    }

    /** By what its folder holds: what is said of the path itself differs among servers. */
    private boolean isFile(String path) {
        if (path.endsWith("/")) {
            return false;
        }
        Set<String> siblings = siblings(path.substring(0, path.lastIndexOf('/') + 1));
        return siblings != null && siblings.contains(path);
    }

    /** Only of folders that there are, so as many are kept as the application has. */
    private @Nullable Set<String> siblings(String folder) {
        Set<String> known = folders.get(folder);
        if (known == null) {
            known = getServletContext().getResourcePaths(folder);
            if (known != null) {
                folders.put(folder, Set.copyOf(known));
            }
        }
        return known;
    }

    /** Returns where Faces answers for a view; null if nowhere. */
    private @Nullable String address(String viewId) {
        if (mappings.contains("*.xhtml")) {
            return viewId;
        }
        for (String mapping : mappings) {
            if (mapping.startsWith("/") && mapping.endsWith("/*")) {
                return mapping.substring(0, mapping.length() - 2) + viewId;
            }
        }
        for (String mapping : mappings) {
            if (mapping.startsWith("*.")) {
                return viewId.substring(0, viewId.length() - ".xhtml".length()) + mapping.substring(1);
            }
        }
        return null;
    }

    /** Has the values of the path among its parameters, in place of what else has such a name. */
    private static final class PageRequest extends HttpServletRequestWrapper {

        private final Map<String, String> values;

        PageRequest(HttpServletRequest request, Map<String, String> values) {
            super(request);
            this.values = values;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return values.containsKey(name) ? values.get(name) : super.getParameter(name);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String value = values.get(name);
            return value == null ? super.getParameterValues(name) : new String[] {value};
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> all = new LinkedHashMap<>(super.getParameterMap());
            values.forEach((name, value) -> all.put(name, new String[] {value}));
            return Collections.unmodifiableMap(all);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }
    }
}
