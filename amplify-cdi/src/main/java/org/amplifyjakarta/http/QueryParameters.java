package org.amplifyjakarta.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.cookie.PercentCoding;

/**
 * The parameters of a query, strictly: what servers make of a malformed one differs, and asking them may read a body. Immutable.
 *
 * @param values by name, in the order sent
 * @see <a href="https://url.spec.whatwg.org/#application/x-www-form-urlencoded">application/x-www-form-urlencoded</a>
 */
public record QueryParameters(Map<String, List<String>> values) {

    private static final int MAX = 100;

    public QueryParameters {
        Map<String, List<String>> copies = new LinkedHashMap<>();
        values.forEach((name, each) -> copies.put(name, List.copyOf(each)));
        values = Collections.unmodifiableMap(copies);
    }

    /** Reads a query; empty for a malformed escape, for what is no UTF-8, and for more than 100 parameters. */
    public static Optional<QueryParameters> parse(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        String[] pairs = query.split("&", MAX + 1);
        if (pairs.length > MAX) {
            return Optional.empty();
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            Optional<String> name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            Optional<String> value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
            if (name.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            if (!pair.isEmpty()) {
                values.computeIfAbsent(name.get(), absent -> new ArrayList<>()).add(value.get());
            }
        }
        return Optional.of(new QueryParameters(values));
    }

    private static Optional<String> decoded(String text) {
        return PercentCoding.decode(text.replace('+', ' '));
    }

    /** Shows how many there are. */
    @Override
    public String toString() {
        return "QueryParameters[" + values.size() + "]";
    }
}
