package org.amplifyjakarta.faces.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page that a request is for. Immutable. */
record PageMatch(PageRoute route, Map<String, String> values) {

    /** The request attribute that holds it. */
    static final String ATTRIBUTE = PageMatch.class.getName();

    PageMatch {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns parameters together with those values of the path that they do not give. */
    Map<String, List<String>> completed(Map<String, List<String>> given) {
        Map<String, List<String>> all = new LinkedHashMap<>(given);
        values.forEach((name, value) -> all.putIfAbsent(name, List.of(value)));
        return all;
    }
}
