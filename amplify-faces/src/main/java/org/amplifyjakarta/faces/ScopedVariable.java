package org.amplifyjakarta.faces;

import jakarta.faces.context.FacesContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A name that stands for something in expressions until it is removed; what it stood for before comes back then. Immutable. */
public final class ScopedVariable {

    private final Map<String, Object> scope;
    private final String name;
    private final @Nullable Object before;

    private ScopedVariable(Map<String, Object> scope, String name, @Nullable Object before) {
        this.scope = scope;
        this.name = name;
        this.before = before;
    }

    /** Makes a name stand for something; null for nothing. */
    public static ScopedVariable put(FacesContext context, String name, @Nullable Object value) {
        Map<String, Object> scope = context.getExternalContext().getRequestMap();
        ScopedVariable variable = new ScopedVariable(scope, name, scope.get(name));
        variable.set(value);
        return variable;
    }

    /** Undoes it. */
    public void remove() {
        set(before);
    }

    private void set(@Nullable Object value) {
        if (value == null) {
            scope.remove(name);
        } else {
            scope.put(name, value);
        }
    }
}
