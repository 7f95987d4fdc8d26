package org.amplifyjakarta.faces.authenticator;

import java.util.ArrayList;
import java.util.List;
import org.amplifyjakarta.config.AuthConfig.PasswordFormat;
import org.amplifyjakarta.faces.Texts;

/**
 * The user pool's rules for passwords, said and checked before Cognito is asked. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html">Cognito: passwords</a>
 */
record PasswordPolicy(PasswordFormat format) {

    private static final int MAX_LENGTH = 256;
    private static final String SPECIAL = "^$*.[]{}()?-\"!@#%&/\\,><':;|_~`+= ";

    /** A rule: its text's key, and whether a password keeps it. */
    private record Rule(String key, boolean isKept, Object... arguments) {

        String text(Texts texts) {
            return texts.get("password." + key, arguments);
        }
    }

    /** Returns all rules in words. */
    List<String> rules(Texts texts) {
        return rules("").stream().map(rule -> rule.text(texts)).toList();
    }

    /** Returns the rules that a password breaks, in words. */
    List<String> brokenBy(String password, Texts texts) {
        return rules(password).stream()
                .filter(rule -> !rule.isKept)
                .map(rule -> rule.text(texts))
                .toList();
    }

    private List<Rule> rules(String password) {
        List<Rule> rules = new ArrayList<>();
        int length = password.codePointCount(0, password.length());
        rules.add(new Rule("minLength", length >= format.minLength(), format.minLength()));
        if (length > MAX_LENGTH) {
            rules.add(new Rule("maxLength", false, MAX_LENGTH));
        }
        if (format.requireLowercase()) {
            rules.add(new Rule("lowercase", has(password, 'a', 'z')));
        }
        if (format.requireUppercase()) {
            rules.add(new Rule("uppercase", has(password, 'A', 'Z')));
        }
        if (format.requireNumbers()) {
            rules.add(new Rule("numbers", has(password, '0', '9')));
        }
        if (format.requireSpecialCharacters()) {
            rules.add(new Rule("special", password.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0)));
        }
        return rules;
    }

    private static boolean has(String password, char first, char last) {
        return password.chars().anyMatch(c -> c >= first && c <= last);
    }
}
