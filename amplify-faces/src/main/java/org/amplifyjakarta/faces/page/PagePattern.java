package org.amplifyjakarta.faces.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.amplifyjakarta.cookie.PercentCoding;

/** Where a page is: {@code /posts/{id}}. Immutable; matching takes time linear in the path. */
record PagePattern(List<Segment> segments) {

    /** The most specific comes first. */
    static final Comparator<PagePattern> BY_SPECIFICITY = PagePattern::compare;

    private static final int MAX_SEGMENT = 255;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** What a segment stands for, the most specific first. */
    enum Kind {
        STATIC,
        DYNAMIC,
        CATCH_ALL
    }

    /** @param text the segment itself, or the parameter's name */
    record Segment(Kind kind, String text) {}

    PagePattern {
        segments = List.copyOf(segments);
    }

    /** Reads a pattern; empty if it is none, or one that could never match a path. */
    static Optional<PagePattern> parse(String text) {
        if (!text.startsWith("/")) {
            return Optional.empty();
        }
        List<Segment> segments = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String part : parts(text)) {
            Optional<Segment> segment = segment(part);
            boolean afterAll =
                    !segments.isEmpty() && segments.get(segments.size() - 1).kind() == Kind.CATCH_ALL;
            if (afterAll
                    || segment.isEmpty()
                    || segment.get().kind() != Kind.STATIC
                            && !names.add(segment.get().text())) {
                return Optional.empty();
            }
            segments.add(segment.get());
        }
        return Optional.of(new PagePattern(segments));
    }

    /** Returns the values of a decoded path; empty if it does not match. */
    Optional<Map<String, String>> match(String path) {
        List<String> parts = path.startsWith("/") ? parts(path) : List.of("");
        if (!parts.stream().allMatch(PagePattern::isValue)) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            if (i >= parts.size()
                    || segment.kind() == Kind.STATIC && !segment.text().equals(parts.get(i))) {
                return Optional.empty();
            }
            if (segment.kind() == Kind.CATCH_ALL) {
                values.put(segment.text(), String.join("/", parts.subList(i, parts.size())));
                return Optional.of(values);
            }
            if (segment.kind() == Kind.DYNAMIC) {
                values.put(segment.text(), parts.get(i));
            }
        }
        return segments.size() == parts.size() ? Optional.of(values) : Optional.empty();
    }

    /** Returns the encoded path with these values, each of which {@link #accepts}. */
    String address(Map<String, String> values) {
        return "/"
                + segments.stream()
                        .map(segment -> segment.kind() == Kind.STATIC
                                ? segment.text()
                                : values.getOrDefault(segment.text(), ""))
                        .flatMap(text -> List.of(text.split("/", -1)).stream())
                        .map(PercentCoding.COMPONENT::encode)
                        .collect(Collectors.joining("/"));
    }

    /** Tells whether a parameter can have this value. */
    boolean accepts(Segment parameter, String value) {
        return parameter.kind() == Kind.CATCH_ALL
                ? List.of(value.split("/", -1)).stream().allMatch(PagePattern::isValue)
                : isValue(value);
    }

    /** Returns what is not static. */
    List<Segment> parameters() {
        return segments.stream()
                .filter(segment -> segment.kind() != Kind.STATIC)
                .toList();
    }

    /** Tells whether both match the same paths. */
    boolean isAmbiguousWith(PagePattern other) {
        return BY_SPECIFICITY.compare(this, other) == 0;
    }

    /** Returns the pattern as it was written. */
    @Override
    public String toString() {
        return "/"
                + segments.stream()
                        .map(segment -> switch (segment.kind()) {
                            case STATIC -> segment.text();
                            case DYNAMIC -> "{" + segment.text() + "}";
                            case CATCH_ALL -> "{*" + segment.text() + "}";
                        })
                        .collect(Collectors.joining("/"));
    }

    private static Optional<Segment> segment(String part) {
        if (part.startsWith("{") && part.endsWith("}")) {
            boolean all = part.startsWith("{*");
            String name = part.substring(all ? 2 : 1, part.length() - 1);
            return NAME.matcher(name).matches()
                    ? Optional.of(new Segment(all ? Kind.CATCH_ALL : Kind.DYNAMIC, name))
                    : Optional.empty();
        }
        boolean refused = !isValue(part) || part.chars().anyMatch(c -> c <= ' ' || "{}*?#;%".indexOf(c) >= 0);
        return refused ? Optional.empty() : Optional.of(new Segment(Kind.STATIC, part));
    }

    private static boolean isValue(String part) {
        return !part.isEmpty()
                && part.length() <= MAX_SEGMENT
                && !part.equals(".")
                && !part.equals("..")
                && part.codePoints()
                        .noneMatch(c -> c == '/'
                                || c == ';'
                                || c == '\\'
                                || Character.isISOControl(c)
                                || c >= 0xD800 && c <= 0xDFFF);
    }

    private static List<String> parts(String path) {
        return path.equals("/") ? List.of() : List.of(path.substring(1).split("/", -1));
    }

    private static int compare(PagePattern one, PagePattern other) {
        int common = Math.min(one.segments.size(), other.segments.size());
        for (int i = 0; i < common; i++) {
            Segment mine = one.segments.get(i);
            Segment its = other.segments.get(i);
            int order = mine.kind().compareTo(its.kind());
            if (order == 0 && mine.kind() == Kind.STATIC) {
                order = mine.text().compareTo(its.text());
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(other.segments.size(), one.segments.size());
    }
}
