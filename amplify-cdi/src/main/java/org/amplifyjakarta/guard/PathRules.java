package org.amplifyjakarta.guard;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.amplifyjakarta.config.GuardConfig;
import org.amplifyjakarta.config.PathPattern;

/**
 * What the configured patterns say of a path. A request may be seen in several ways (as the container dispatched it, with
 * dot segments resolved): one view that is protected protects it, and only if every view is public it is public.
 */
record PathRules(GuardConfig config) {

    /** Returns what is wanted of the user; empty if no pattern matches. */
    Optional<Requirement> requirement(Collection<String> paths) {
        if (config.protectedPaths().isEmpty() && !config.defaultDeny()) {
            return Optional.empty();
        }
        Set<String> views = new LinkedHashSet<>();
        for (String path : paths) {
            views.add(path);
            views.add(resolved(path));
        }
        if (views.stream().allMatch(view -> matches(config.publicPaths(), view))) {
            return Optional.of(new Requirement.Open());
        }
        return views.stream().anyMatch(view -> matches(config.protectedPaths(), view))
                ? Optional.of(new Requirement.SignedIn())
                : Optional.empty();
    }

    private static boolean matches(List<PathPattern> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static String resolved(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.replace('\\', '/').split("/")) {
            int parameters = segment.indexOf(';');
            String name = parameters < 0 ? segment : segment.substring(0, parameters);
            if (name.equals("..")) {
                segments.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                segments.addLast(name);
            }
        }
        return "/" + String.join("/", segments);
    }
}
