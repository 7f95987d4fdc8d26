package org.amplifyjakarta.faces.page;

import jakarta.faces.component.UIViewParameter;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewDeclarationLanguage;
import jakarta.faces.view.ViewMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code includeViewParams} adds to a link.
 *
 * @see <a href="https://jakarta.ee/specifications/faces/4.0/apidocs/jakarta/faces/application/viewhandler">ViewHandler,
 *     getBookmarkableURL</a>
 */
record ViewParameters(FacesContext context) {

    /** The attribute of the {@link FacesContext} that names the view whose metadata is being read. */
    static final String READING = ViewParameters.class.getName();

    /** Returns the given parameters and, for those that the view names beside, the values of the current view. */
    Map<String, List<String>> addTo(Map<String, List<String>> given, String viewId) {
        Map<String, List<String>> all = new LinkedHashMap<>(given);
        UIViewRoot current = context.getViewRoot();
        boolean same = current.getViewId().equals(viewId);
        Collection<UIViewParameter> known = ViewMetadata.getViewParameters(current);
        for (UIViewParameter parameter : same ? known : ofOther(viewId)) {
            String name = parameter.getName();
            if (name != null && !all.containsKey(name)) {
                String value = value(parameter, same, known);
                if (value != null) {
                    all.put(name, List.of(value));
                }
            }
        }
        return all;
    }

    private Collection<UIViewParameter> ofOther(String viewId) {
        ViewDeclarationLanguage language =
                context.getApplication().getViewHandler().getViewDeclarationLanguage(context, viewId);
        ViewMetadata metadata = language == null ? null : language.getViewMetadata(context, viewId);
        if (metadata == null) {
            return List.of();
        }
        Object before = context.getAttributes().put(READING, viewId);
        try {
            return new ArrayList<>(ViewMetadata.getViewParameters(metadata.createMetadataView(context)));
        } finally {
            if (before == null) {
                context.getAttributes().remove(READING);
            } else {
                context.getAttributes().put(READING, before);
            }
        }
    }

    private @Nullable String value(UIViewParameter parameter, boolean same, Collection<UIViewParameter> known) {
        String value =
                parameter.getValueExpression("value") == null ? null : parameter.getStringValueFromModel(context);
        if (value != null) {
            return value;
        }
        return same
                ? parameter.getStringValue(context)
                : known.stream()
                        .filter(candidate -> Objects.equals(candidate.getName(), parameter.getName()))
                        .map(candidate -> candidate.getStringValue(context))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
