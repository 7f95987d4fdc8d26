package org.amplifyjakarta.faces.data;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.faces.FacesServices;
import org.amplifyjakarta.graphql.AmplifyGraphQL;
import org.amplifyjakarta.graphql.GraphQLDocument;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a query of one's own, as the user who looks may have it.
 *
 * <pre>{@code
 * <amplify:query var="found" document="#{search.document}" variables="#{search.variables}">
 *     <ui:repeat value="#{found.searchPosts.items}" var="post">#{post.title}</ui:repeat>
 *     <f:facet name="error">Not now: #{error.name}</f:facet>
 * </amplify:query>
 * }</pre>
 *
 * <p>{@code var} is the answer's data, as maps and lists. An answer with errors is a failure. The document is a text or a
 * {@link GraphQLDocument}; never make it of what somebody typed, which belongs into variables. The facet {@code empty} is shown
 * where all fields of the data are null, empty lists or without {@code items}.
 */
@FacesComponent(QueryComponent.COMPONENT_TYPE)
public final class QueryComponent extends FetchingComponent<Map<String, @Nullable Object>> {

    /** The component type, {@value}. */
    public static final String COMPONENT_TYPE = "org.amplifyjakarta.faces.Query";

    private enum PropertyKeys {
        document,
        variables
    }

    /** Returns the document. */
    public @Nullable Object getDocument() {
        return getStateHelper().eval(PropertyKeys.document);
    }

    public void setDocument(Object document) {
        getStateHelper().put(PropertyKeys.document, document);
    }

    /** Returns its variables by name; null for none. */
    public @Nullable Object getVariables() {
        return getStateHelper().eval(PropertyKeys.variables);
    }

    public void setVariables(Object variables) {
        getStateHelper().put(PropertyKeys.variables, variables);
    }

    @Override
    Map<String, @Nullable Object> fetch(FacesContext context) {
        AmplifyGraphQL graphQl = FacesServices.bean(context, AmplifyGraphQL.class)
                .orElseThrow(() -> DataTagMessages.noBean(AmplifyGraphQL.class));
        return graphQl.query(document(), variables(), options())
                .orThrow()
                .data()
                .map(PlainJson::of)
                .orElse(Map.of());
    }

    @Override
    Object bound(FacesContext context, Fetch<Map<String, @Nullable Object>> fetch) {
        return new FetchedMap(fetch);
    }

    @Override
    void encode(FacesContext context, Map<String, @Nullable Object> found) throws IOException {
        UIComponent empty = getFacet("empty");
        if (empty != null && found.values().stream().allMatch(QueryComponent::isNothing)) {
            empty.encodeAll(context);
        } else {
            encodeContent(context);
        }
    }

    private String document() {
        Object document = getDocument();
        if (document == null) {
            throw DataTagMessages.missing("document");
        }
        return document instanceof GraphQLDocument known ? known.text() : document.toString();
    }

    @SuppressWarnings("unchecked") // names that are no texts are refused by the API
    private Map<String, ?> variables() {
        Object variables = getVariables();
        if (variables == null) {
            return Map.of();
        }
        if (!(variables instanceof Map<?, ?>)) {
            throw DataTagMessages.notThat("variables", "Map");
        }
        return (Map<String, ?>) variables;
    }

    private static boolean isNothing(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.get("items") instanceof List<?> items && items.isEmpty();
        }
        return value == null || value instanceof List<?> list && list.isEmpty();
    }
}
