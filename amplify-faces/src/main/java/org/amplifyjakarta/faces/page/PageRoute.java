package org.amplifyjakarta.faces.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.AmplifyException;

/**
 * A view and where it is. Immutable.
 *
 * @param viewId the file below the web application's root, {@code /post.xhtml}
 */
record PageRoute(String viewId, PagePattern pattern) {

    /**
     * Returns the path below the application, encoded. What is given beyond the path's parameters is not looked at.
     *
     * @throws AmplifyException if a value is missing, or cannot be part of a path
     */
    String address(Map<String, List<String>> given) {
        Map<String, String> values = new LinkedHashMap<>();
        for (PagePattern.Segment parameter : pattern.parameters()) {
            List<String> all = given.get(parameter.text());
            String value = all == null || all.isEmpty() ? null : all.get(0);
            if (value == null || value.isEmpty()) {
                throw PageMessages.missing(this, parameter.text());
            }
            if (!pattern.accepts(parameter, value)) {
                throw PageMessages.unfit(this, parameter.text(), value);
            }
            values.put(parameter.text(), value);
        }
        return pattern.address(values);
    }

    /** Returns what of the given parameters is not part of the path. */
    Map<String, List<String>> query(Map<String, List<String>> given) {
        Map<String, List<String>> rest = new LinkedHashMap<>(given);
        pattern.parameters().forEach(parameter -> rest.remove(parameter.text()));
        return rest;
    }
}
