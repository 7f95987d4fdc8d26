package org.amplifyjakarta.faces.page;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All pages of an application, the most specific first. Immutable.
 *
 * @param byFile by the view's file, as a file system could take it that knows no upper and lower case
 */
record PageRoutes(List<PageRoute> routes, Map<String, PageRoute> byFile) {

    /** The application's attribute that holds it. */
    static final String ATTRIBUTE = PageRoutes.class.getName();

    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

    static PageRoutes of(List<PageRoute> routes) {
        return new PageRoutes(
                routes.stream()
                        .sorted(Comparator.comparing(PageRoute::pattern, PagePattern.BY_SPECIFICITY))
                        .toList(),
                routes.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                route -> file(route.viewId()), Function.identity(), (one, other) -> one)));
    }

    /** Returns the page at a decoded path. */
    Optional<PageMatch> match(String path) {
        for (PageRoute route : routes) {
            Optional<Map<String, String>> values = route.pattern().match(path);
            if (values.isPresent()) {
                return Optional.of(new PageMatch(route, values.get()));
            }
        }
        return Optional.empty();
    }

    /** Returns the page whose view this is, however it is spelt. */
    Optional<PageRoute> ofView(String viewId) {
        return Optional.ofNullable(byFile.get(file(viewId)));
    }

    private static String file(String viewId) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : SEPARATOR.split(viewId.toLowerCase(Locale.ROOT))) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return String.join("/", segments);
    }
}
