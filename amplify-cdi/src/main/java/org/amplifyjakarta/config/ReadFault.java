package org.amplifyjakarta.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fault of a file, as it travels from the config source that met it to the report at deployment: a config source must
 * not throw, so the fault becomes a property of its own.
 *
 * <p>Immutable.
 *
 * @param place the file, or where it was looked for
 */
public record ReadFault(String place, String shape, String rule, String remedy) {

    static final String PREFIX = "amplify.outputs-fault.";

    private static final int MAX_LENGTH = 300;
    private static final String SEPARATOR = "\u001f";

    /** Returns the name of the property that carries it, for the configuration of that prefix. */
    public static String property(String configPrefix) {
        return PREFIX + configPrefix;
    }

    /** Returns the value of the property that carries it. */
    public String value() {
        return Stream.of(place, shape, rule, remedy).map(ReadFault::printable).collect(Collectors.joining(SEPARATOR));
    }

    /** A file may name its keys as it likes. */
    private static String printable(String text) {
        String shown = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text;
        return shown.replaceAll("\\p{Cntrl}", "?");
    }

    static List<ConfigFault> all(ValueSource source) {
        return source.keys().stream()
                .filter(key -> key.startsWith(PREFIX))
                .sorted()
                .map(source::find)
                .flatMap(Optional::stream)
                .map(found -> found.raw().split(SEPARATOR, -1))
                .filter(parts -> parts.length == 4)
                .map(parts -> new ConfigFault("AMP-1002", parts[0], "amplify.outputs", parts[1], parts[2], parts[3]))
                .toList();
    }
}
