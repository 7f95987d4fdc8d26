package org.amplifyjakarta.config.outputs;

/** A file that is not what Amplify writes. Its text says place and rule, never a value. */
final class MalformedOutputsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String rule;

    MalformedOutputsException(String rule) {
        super(rule);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
