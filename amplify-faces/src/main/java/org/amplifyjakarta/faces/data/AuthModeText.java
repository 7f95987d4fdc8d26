package org.amplifyjakarta.faces.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;

/** An auth mode as Amplify spells it: {@code userPool}. */
final class AuthModeText {

    private AuthModeText() {}

    /** Returns the mode of that name. */
    static AuthMode parse(Object text) {
        return Stream.of(AuthMode.values())
                .filter(mode -> mode == text || of(mode).equals(text))
                .findFirst()
                .orElseThrow(() -> DataTagMessages.badAuthMode(
                        Arrays.stream(AuthMode.values()).map(AuthModeText::of).collect(Collectors.joining(", "))));
    }

    /** Returns the name of a mode. */
    static String of(AuthMode mode) {
        String[] words = mode.name().toLowerCase(Locale.ROOT).split("_");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
