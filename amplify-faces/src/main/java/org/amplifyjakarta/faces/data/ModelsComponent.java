package org.amplifyjakarta.faces.data;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.amplifyjakarta.data.AmplifyModels;
import org.amplifyjakarta.data.Filter;
import org.amplifyjakarta.data.ListQuery;
import org.amplifyjakarta.data.Model;
import org.amplifyjakarta.data.ModelOperations;
import org.amplifyjakarta.data.ModelPage;
import org.amplifyjakarta.data.SortKey;
import org.amplifyjakarta.faces.FacesServices;
import org.jspecify.annotations.Nullable;

/**
 * A page of a model's records, as the user who looks may see them.
 *
 * <pre>{@code
 * <amplify:models id="posts" var="page" model="Post" limit="20">
 *     <ui:repeat value="#{page.items}" var="post"><h2>#{post.title}</h2></ui:repeat>
 *     <h:outputLink value="#{page.nextLink}" rendered="#{page.hasNext}">More</h:outputLink>
 *     <f:facet name="empty">Nothing yet.</f:facet>
 *     <f:facet name="error">Not now: #{error.name}</f:facet>
 * </amplify:models>
 * }</pre>
 *
 * <p>{@code var} is a {@link RecordPage}. Records are maps, or of the class with {@link Model} that {@code type} names; the components
 * of a Java record are called, {@code #{post.title()}}, in Jakarta EE 10. The link to
 * the next page is this view's address with the API's token, which is opaque and good for the same query alone; its parameter is
 * named after the tag's client id, so the tag needs an {@code id}. A postback of a stateful view stays on the page that was
 * shown; a stateless one is on the first again unless the form's action has the parameter, so buttons there should name their
 * record.
 */
@FacesComponent(ModelsComponent.COMPONENT_TYPE)
public final class ModelsComponent extends FetchingComponent<ModelPage<?>> {

    /** The component type, {@value}. */
    public static final String COMPONENT_TYPE = "org.amplifyjakarta.faces.Models";

    private enum PropertyKeys {
        model,
        type,
        limit,
        filter,
        index,
        key,
        sortKey,
        descending,
        tokens
    }

    /** Returns the model's name. */
    public @Nullable String getModel() {
        return (String) getStateHelper().eval(PropertyKeys.model);
    }

    public void setModel(String model) {
        getStateHelper().put(PropertyKeys.model, model);
    }

    /** Returns the class that records are bound to, or its name. */
    public @Nullable Object getType() {
        return getStateHelper().eval(PropertyKeys.type);
    }

    public void setType(Object type) {
        getStateHelper().put(PropertyKeys.type, type);
    }

    /** Returns how many records the API looks at for a page, 1 to 1000; null for what it does by itself. */
    public @Nullable Integer getLimit() {
        Number limit = (Number) getStateHelper().eval(PropertyKeys.limit);
        return limit == null ? null : limit.intValue();
    }

    public void setLimit(Integer limit) {
        getStateHelper().put(PropertyKeys.limit, limit);
    }

    /** Returns a {@link Filter}; null for none. */
    public @Nullable Object getFilter() {
        return getStateHelper().eval(PropertyKeys.filter);
    }

    public void setFilter(Object filter) {
        getStateHelper().put(PropertyKeys.filter, filter);
    }

    /** Returns the query field of a secondary index; null for none. */
    public @Nullable String getIndex() {
        return (String) getStateHelper().eval(PropertyKeys.index);
    }

    public void setIndex(String index) {
        getStateHelper().put(PropertyKeys.index, index);
    }

    /** Returns the value of the partition key: of the index, or of the model. */
    public @Nullable Object getKey() {
        return getStateHelper().eval(PropertyKeys.key);
    }

    public void setKey(Object key) {
        getStateHelper().put(PropertyKeys.key, key);
    }

    /** Returns a {@link SortKey}; null for any. */
    public @Nullable Object getSortKey() {
        return getStateHelper().eval(PropertyKeys.sortKey);
    }

    public void setSortKey(Object sortKey) {
        getStateHelper().put(PropertyKeys.sortKey, sortKey);
    }

    /** Tells whether the highest sort key comes first. */
    public boolean isDescending() {
        return (Boolean) getStateHelper().eval(PropertyKeys.descending, false);
    }

    public void setDescending(boolean descending) {
        getStateHelper().put(PropertyKeys.descending, descending);
    }

    @Override
    ModelPage<?> fetch(FacesContext context) {
        ModelOperations<?> operations = operations(context).with(options());
        ListQuery query = query(token(context));
        String index = getIndex();
        ModelPage<?> page;
        if (index == null || index.isEmpty()) {
            page = operations.list(getKey() == null ? query : query.inPartition(getKey()));
        } else if (getKey() == null) {
            throw DataTagMessages.missing("key");
        } else {
            page = operations.query(index, getKey(), query);
        }
        return page.items().isEmpty() ? page.orThrow() : page;
    }

    @Override
    Object bound(FacesContext context, Fetch<ModelPage<?>> fetch) {
        return new RecordPage(context, fetch, parameter(context));
    }

    @Override
    void encode(FacesContext context, ModelPage<?> found) throws IOException {
        String token = token(context);
        // whatever is sent from this page is about these records
        getStateHelper().put(PropertyKeys.tokens, getClientId(context), token == null ? "" : token);
        UIComponent empty = getFacet("empty");
        if (empty != null && found.items().isEmpty() && found.token() == null) {
            empty.encodeAll(context);
        } else {
            encodeContent(context);
        }
    }

    private ListQuery query(@Nullable String token) {
        Object filter = getFilter();
        Object sortKey = getSortKey();
        if (filter != null && !(filter instanceof Filter)) {
            throw DataTagMessages.notThat("filter", "Filter");
        }
        if (sortKey != null && !(sortKey instanceof SortKey)) {
            throw DataTagMessages.notThat("sortKey", "SortKey");
        }
        return new ListQuery(null, (Filter) filter, (SortKey) sortKey, isDescending(), getLimit(), token);
    }

    private ModelOperations<?> operations(FacesContext context) {
        AmplifyModels models = FacesServices.bean(context, AmplifyModels.class)
                .orElseThrow(() -> DataTagMessages.noBean(AmplifyModels.class));
        Object type = getType();
        String model = getModel();
        if ((type == null) == (model == null)) {
            throw DataTagMessages.oneOf();
        }
        return type == null ? models.of(Objects.requireNonNull(model)) : models.of(loaded(type));
    }

    private static Class<?> loaded(Object type) {
        if (type instanceof Class<?> itself) {
            return itself;
        }
        try {
            return Class.forName(type.toString(), false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw DataTagMessages.notThat("type", "class");
        }
    }

    private @Nullable String token(FacesContext context) {
        String asked = context.getExternalContext().getRequestParameterMap().get(parameter(context));
        if (asked == null && context.isPostback()) {
            Object shown = getStateHelper().get(PropertyKeys.tokens);
            asked = shown instanceof Map<?, ?> tokens && tokens.get(getClientId(context)) instanceof String token
                    ? token
                    : null;
        }
        return asked == null || asked.isEmpty() ? null : asked;
    }

    private String parameter(FacesContext context) {
        // in letters that no writer of links encodes, so that the next link finds and replaces it
        return getClientId(context).replaceAll("[^\\w-]", ".") + ".nextToken";
    }
}
