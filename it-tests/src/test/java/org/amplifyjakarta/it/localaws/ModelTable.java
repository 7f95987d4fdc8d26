package org.amplifyjakarta.it.localaws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows of a model, as DynamoDB keeps them and as Amplify's resolvers ask for them. Safe for concurrent use. */
final class ModelTable {

    private static final int DEFAULT_LIMIT = 100;

    private final Map<String, Map<String, Object>> rows = new LinkedHashMap<>();

    /** A page; the limit counts what was looked at, not what the filter left. */
    record Page(List<Map<String, Object>> items, @Nullable String nextToken) {}

    /** What is asked of a list. */
    record Question(
            Predicate<Map<String, Object>> keys,
            @Nullable Map<String, Object> filter,
            @Nullable String sortField,
            boolean descending,
            @Nullable Integer limit,
            @Nullable String nextToken) {}

    synchronized Optional<Map<String, Object>> get(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    synchronized boolean add(Map<String, Object> row) {
        return rows.putIfAbsent(text(row.get("id")), row) == null;
    }

    synchronized void replace(Map<String, Object> row) {
        rows.put(text(row.get("id")), row);
    }

    synchronized void remove(String id) {
        rows.remove(id);
    }

    synchronized void clear() {
        rows.clear();
    }

    synchronized Page list(Question question) {
        List<Map<String, Object>> all =
                new ArrayList<>(rows.values().stream().filter(question.keys()).toList());
        if (question.sortField() != null) {
            String field = question.sortField();
            Comparator<Map<String, Object>> order = Comparator.comparing(row -> text(row.get(field)));
            all.sort(question.descending() ? order.reversed() : order);
        }
        int from = question.nextToken() == null ? 0 : offset(question.nextToken());
        int to = Math.min(all.size(), from + (question.limit() == null ? DEFAULT_LIMIT : question.limit()));
        List<Map<String, Object>> items = all.subList(Math.min(from, to), to).stream()
                .filter(row -> matches(row, question.filter()))
                .toList();
        return new Page(items, to < all.size() ? token(to) : null);
    }

    /** Tells whether a row is what a filter, a condition or a key condition of Amplify asks for. */
    static boolean matches(Map<String, Object> row, @Nullable Map<String, Object> filter) {
        return filter == null
                || filter.entrySet().stream()
                        .filter(part -> part.getValue() != null)
                        .allMatch(part -> part(row, part.getKey(), part.getValue()));
    }

    private static boolean part(Map<String, Object> row, String name, Object value) {
        return switch (name) {
            case "and" -> groups(value).stream().allMatch(group -> matches(row, group));
            case "or" -> groups(value).stream().anyMatch(group -> matches(row, group));
            case "not" -> !matches(row, map(value));
            default ->
                map(value).entrySet().stream()
                        .allMatch(operator -> holds(row.get(name), operator.getKey(), operator.getValue()));
        };
    }

    static boolean holds(@Nullable Object actual, String operator, @Nullable Object expected) {
        return switch (operator) {
            case "attributeExists" -> (actual != null) == Boolean.TRUE.equals(expected);
            case "eq" -> Objects.equals(actual, expected);
            case "ne" -> !Objects.equals(actual, expected);
            case "contains" -> both(actual, expected, String::contains);
            case "notContains" -> !both(actual, expected, String::contains);
            case "beginsWith" -> both(actual, expected, String::startsWith);
            case "between" ->
                expected instanceof List<?> range
                        && range.size() == 2
                        && compare(actual, range.get(0)) >= 0
                        && compare(actual, range.get(1)) <= 0;
            case "size" ->
                map(Objects.requireNonNull(expected)).entrySet().stream()
                        .allMatch(size -> holds(text(actual).length(), size.getKey(), size.getValue()));
            case "gt" -> actual != null && compare(actual, expected) > 0;
            case "ge" -> actual != null && compare(actual, expected) >= 0;
            case "lt" -> actual != null && compare(actual, expected) < 0;
            case "le" -> actual != null && compare(actual, expected) <= 0;
            default -> throw ServiceError.of("ValidationException", operator + ": is no operator here");
        };
    }

    private static boolean both(@Nullable Object actual, @Nullable Object expected, BiPredicate<String, String> test) {
        return actual != null && expected != null && test.test(actual.toString(), expected.toString());
    }

    private static int compare(@Nullable Object actual, @Nullable Object expected) {
        return actual instanceof Number left && expected instanceof Number right
                ? Double.compare(left.doubleValue(), right.doubleValue())
                : text(actual).compareTo(text(expected));
    }

    @SuppressWarnings("unchecked")
    private static Collection<Map<String, Object>> groups(Object value) {
        return value instanceof List<?> list ? (List<Map<String, Object>>) list : List.of(map(value));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String token(int offset) {
        return Base64.getEncoder().encodeToString(("at:" + offset).getBytes(StandardCharsets.UTF_8));
    }

    private static int offset(String token) {
        try {
            String text = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
            return Integer.parseInt(text.substring("at:".length()));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw ServiceError.of("DynamoDB:ValidationException", "Invalid pagination token given.");
        }
    }
}
