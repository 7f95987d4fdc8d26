package org.amplifyjakarta.faces;

import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The words of the components, in the language of the view: English, French, German, Italian or Spanish. An application has its
 * own by the same keys, with {@code amplify.} before each, in the {@code message-bundle} of its {@code faces-config.xml}.
 *
 * <p>Immutable.
 */
public final class Texts {

    private static final String OURS = "org.amplifyjakarta.faces.Texts";

    private final Locale locale;
    private final @Nullable ResourceBundle applications;
    private final ResourceBundle ours;

    private Texts(Locale locale, @Nullable ResourceBundle applications) {
        this.locale = locale;
        this.applications = applications;
        // English where the language is none of ours, whatever the server's own is
        this.ours = ResourceBundle.getBundle(
                OURS,
                locale,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Returns those of the current view. */
    public static Texts of(FacesContext context) {
        Locale locale = context.getViewRoot() == null
                ? Locale.ROOT
                : context.getViewRoot().getLocale();
        return new Texts(locale, applications(context.getApplication().getMessageBundle(), locale));
    }

    /** Returns ours alone. */
    public static Texts of(Locale locale) {
        return new Texts(locale, null);
    }

    /** Returns a text, with what stands in its places {@code {0}} and on. */
    public String get(String key, Object... arguments) {
        String pattern = find(key);
        if (pattern == null) {
            throw new MissingResourceException("There is no text " + key + ".", OURS, key);
        }
        return format(pattern, arguments);
    }

    /** Returns a text, or something else where there is none of that key. */
    public String getOr(String key, String other) {
        String found = find(key);
        return found == null ? other : format(found);
    }

    private String format(String pattern, Object... arguments) {
        return new MessageFormat(pattern, locale).format(arguments);
    }

    private @Nullable String find(String key) {
        if (applications != null && applications.containsKey("amplify." + key)) {
            return applications.getString("amplify." + key);
        }
        return ours.containsKey(key) ? ours.getString(key) : null;
    }

    private static @Nullable ResourceBundle applications(@Nullable String name, Locale locale) {
        try {
            return name == null
                    ? null
                    : ResourceBundle.getBundle(
                            name, locale, Thread.currentThread().getContextClassLoader());
        } catch (MissingResourceException e) {
            return null;
        }
    }
}
