package org.amplifyjakarta.it.localaws;

import java.util.List;

/** The pool's rules for passwords: those that a new pool has. */
final class PasswordPolicy {

    private static final List<Rule> RULES = List.of(
            new Rule("(?s).{8,256}", "Password not long enough"),
            new Rule("(?s).*[a-z].*", "Password must have lowercase characters"),
            new Rule("(?s).*[A-Z].*", "Password must have uppercase characters"),
            new Rule("(?s).*[0-9].*", "Password must have numeric characters"),
            new Rule("(?s).*[^a-zA-Z0-9].*", "Password must have symbol characters"));

    private PasswordPolicy() {}

    private record Rule(String pattern, String problem) {}

    static void require(String password) {
        for (Rule rule : RULES) {
            if (!password.matches(rule.pattern())) {
                throw ServiceError.of(
                        "InvalidPasswordException", "Password did not conform with policy: " + rule.problem());
            }
        }
    }
}
