package org.amplifyjakarta.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.config.ValueSource.Found;
import org.jspecify.annotations.Nullable;

/**
 * The values below one prefix, typed. A value that breaks its rule is noted and its default (or nothing) taken in its
 * place, so that reading goes on and finds every other fault.
 */
final class Values {

    /** The wrong value's place is taken by this; what is read then is thrown away. */
    private static final URI NOWHERE = URI.create("https://invalid.invalid");

    private static final Pattern UNESCAPED_COMMA = Pattern.compile("(?<!\\\\),");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final ValueSource source;
    private final String prefix;
    private final List<ConfigFault> faults;

    Values(ValueSource source, String prefix, List<ConfigFault> faults) {
        this.source = source;
        this.prefix = prefix;
        this.faults = faults;
    }

    boolean has(ConfigKey key) {
        return text(key).isPresent();
    }

    /** Tells whether a value comes from somewhere else than the key's default. */
    boolean isConfigured(ConfigKey key) {
        return raw(key, "").isPresent();
    }

    Optional<String> text(ConfigKey key) {
        return text(key, "");
    }

    /** Returns the value of a key for the thing of that name; a blank one counts as none. */
    Optional<String> text(ConfigKey key, String name) {
        Optional<Found> found = found(key, name);
        if (found.isPresent() && found.get().expanded() == null) {
            fault(key, name, "holds a ${…} that names no property.", "Define that property, or write \\${.");
            return Optional.empty();
        }
        return found.map(Found::expanded)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .or(key::defaultValue);
    }

    @Nullable String textOrNull(ConfigKey key) {
        return text(key).orElse(null);
    }

    /** Returns a value as it was written, with nothing in it replaced. */
    Optional<String> raw(ConfigKey key, String name) {
        return found(key, name).map(Found::raw).filter(value -> !value.isBlank());
    }

    @Nullable Secret secret(ConfigKey key) {
        return text(key).map(Secret::of).orElse(null);
    }

    boolean flag(ConfigKey key) {
        return parsed(key, Values::parseFlag, "is neither true nor false.", "Write one of them.");
    }

    int number(ConfigKey key, String name, int least, int most) {
        String value = text(key, name).orElse("");
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as one that is out of range
        }
        fault(key, name, "is no whole number from " + least + " to " + most + ".", "Write such a number.");
        return least;
    }

    Duration duration(ConfigKey key, Duration least, Duration most) {
        return parsed(
                key,
                value -> {
                    try {
                        Duration duration = Duration.parse(value);
                        return duration.compareTo(least) < 0 || duration.compareTo(most) > 0 ? null : duration;
                    } catch (DateTimeParseException e) {
                        return null;
                    }
                },
                "is no duration from " + least + " to " + most + ".",
                "Write it as ISO-8601 does: PT30S, PT5M, P30D.");
    }

    <E extends Enum<E>> E choice(ConfigKey key, Class<E> type) {
        return parsed(
                key,
                value -> constant(type, value),
                "is none of the values known: " + key.meaning() + ".",
                "Choose one of them.");
    }

    /** Returns the choice for the thing of that name. */
    <E extends Enum<E>> E choice(ConfigKey key, String name, Class<E> type) {
        String value = text(key, name).orElse("");
        E chosen = constant(type, value);
        if (chosen == null) {
            fault(key, name, "is none of the values known: " + key.meaning() + ".", "Choose one of them.");
            return type.getEnumConstants()[0];
        }
        return chosen;
    }

    /** Returns the unescaped parts between commas. */
    List<String> list(ConfigKey key) {
        List<String> parts = new ArrayList<>();
        for (String part : UNESCAPED_COMMA.split(text(key).orElse(""))) {
            String unescaped = part.strip().replace("\\,", ",");
            if (!unescaped.isEmpty()) {
                parts.add(unescaped);
            }
        }
        return List.copyOf(parts);
    }

    /** Returns a list of values that are parsed one by one; those that a parser refuses by null are faults. */
    <T> List<T> list(ConfigKey key, Function<String, @Nullable T> parser, String rule, String remedy) {
        List<T> parts = new ArrayList<>();
        for (String part : list(key)) {
            T parsed = parser.apply(part);
            if (parsed == null) {
                faults.add(new ConfigFault("AMP-1001", sourceOf(key, ""), name(key, ""), quoted(part), rule, remedy));
            } else {
                parts.add(parsed);
            }
        }
        return List.copyOf(parts);
    }

    /** Returns an endpoint: https, or http on this very machine. */
    @Nullable URI endpoint(ConfigKey key, String name) {
        String value = text(key, name).orElse(null);
        if (value == null) {
            return null;
        }
        try {
            URI uri = new URI(value);
            if (Origin.isSafe(uri.getScheme(), uri.getHost()) && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        fault(
                key,
                name,
                "is no https address without user and password; http is for localhost alone.",
                "Write https://host[:port][/path].");
        return NOWHERE;
    }

    /** Notes that a value, whatever it is, breaks a rule that only the reader of its section knows. */
    void fault(ConfigKey key, String name, String rule, String remedy) {
        String shape = found(key, name)
                .map(found -> key.isSecret() ? "text of " + found.raw().length() + " characters" : quoted(found.raw()))
                .orElse("not set");
        faults.add(new ConfigFault("AMP-1001", sourceOf(key, name), name(key, name), shape, rule, remedy));
    }

    /** Returns the names that the application chose for things with these keys, sorted. */
    Set<String> names(ConfigKey... keys) {
        Set<String> names = new TreeSet<>();
        for (String candidate : source.keys()) {
            for (ConfigKey key : keys) {
                nameIn(candidate, key).ifPresent(names::add);
            }
        }
        return names;
    }

    private Optional<String> nameIn(String candidate, ConfigKey key) {
        String pattern = name(key, "*");
        String head = pattern.substring(0, pattern.indexOf('*'));
        String tail = pattern.substring(pattern.indexOf('*') + 1);
        return candidate.startsWith(head)
                        && candidate.endsWith(tail)
                        && candidate.length() > head.length() + tail.length()
                ? Optional.of(candidate.substring(head.length(), candidate.length() - tail.length()))
                : Optional.empty();
    }

    private <T> T parsed(ConfigKey key, Function<String, @Nullable T> parser, String rule, String remedy) {
        T parsed = parser.apply(text(key).orElse(""));
        if (parsed == null) {
            fault(key, "", rule, remedy);
            parsed = parser.apply(key.defaultValue().orElse(""));
        }
        if (parsed == null) {
            throw new IllegalStateException(key + " has no usable default");
        }
        return parsed;
    }

    private Optional<Found> found(ConfigKey key, String name) {
        return source.find(name(key, name));
    }

    private String sourceOf(ConfigKey key, String name) {
        return found(key, name).map(Found::source).orElse("nowhere");
    }

    private String name(ConfigKey key, String name) {
        return prefix + key.below(name);
    }

    static String quoted(String value) {
        String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
        return '"' + CONTROL.matcher(shown).replaceAll("?") + '"';
    }

    private static @Nullable Boolean parseFlag(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    /** Compares letters and digits alone, so that iam, IAM, apiKey and API_KEY are what they look like. */
    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String value) {
        String wanted = value.replaceAll("[-_]", "");
        for (E constant : type.getEnumConstants()) {
            if (constant.name().replace("_", "").equalsIgnoreCase(wanted)) {
                return constant;
            }
        }
        return null;
    }
}
