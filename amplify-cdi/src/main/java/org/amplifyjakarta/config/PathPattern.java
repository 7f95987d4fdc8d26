package org.amplifyjakarta.config;

import java.util.List;
import java.util.Optional;

/**
 * A pattern for paths within the application: {@code /account} is that path, {@code /a/*} any one segment below
 * {@code /a}, {@code /a/**} that path and all below. Immutable; matching takes time linear in the path.
 */
public record PathPattern(List<String> segments) {

    public PathPattern {
        segments = List.copyOf(segments);
    }

    /** Reads a pattern; empty if it is none, or one that could never match a path. */
    public static Optional<PathPattern> parse(String text) {
        boolean refused = !text.startsWith("/")
                || text.contains("//")
                || text.chars().anyMatch(c -> c <= ' ' || c == '?' || c == '#' || c == ';' || c == '\\' || c == '%');
        List<String> segments = split(text);
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            boolean everything = segment.equals("**") && i < segments.size() - 1;
            boolean mixed = segment.contains("*") && !segment.equals("*") && !segment.equals("**");
            refused |= everything || mixed || segment.equals(".") || segment.equals("..");
        }
        return refused ? Optional.empty() : Optional.of(new PathPattern(segments));
    }

    /** Tells whether a decoded path matches; a trailing slash and empty segments make no difference. */
    public boolean matches(String path) {
        List<String> parts = split(path);
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).equals("**")) {
                return true;
            }
            if (i == parts.size()
                    || !segments.get(i).equals("*") && !segments.get(i).equals(parts.get(i))) {
                return false;
            }
        }
        return segments.size() == parts.size();
    }

    /** Returns the pattern as it was written. */
    @Override
    public String toString() {
        return "/" + String.join("/", segments);
    }

    private static List<String> split(String path) {
        return List.of(path.split("/")).stream().filter(part -> !part.isEmpty()).toList();
    }
}
