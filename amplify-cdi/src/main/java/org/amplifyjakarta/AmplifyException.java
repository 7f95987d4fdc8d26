package org.amplifyjakarta;

import org.jspecify.annotations.Nullable;

/**
 * A failure that somebody must act on: the caller, the deployer or the operator. Forged, expired and foreign input is
 * no such failure; it makes a guest.
 *
 * <p>{@link #name()} is the error's name as Amplify JS spells it ({@code AuthUserPoolException}), so that ported code
 * goes on comparing names. The message never holds a token, a code or a secret.
 *
 * <p>Immutable.
 */
public class AmplifyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String message;
    private final String remedy;

    /**
     * @param name the Amplify JS error name, never empty
     * @param message place and broken rule
     * @param remedy what to do about it; empty where nothing can be done
     */
    public AmplifyException(String name, String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.name = name;
        this.message = message;
        this.remedy = remedy;
    }

    /** Returns the error's name as Amplify JS spells it. */
    public String name() {
        return name;
    }

    /** Returns place and broken rule. */
    @Override
    public String getMessage() {
        return message;
    }

    /** Returns what to do about it; empty where nothing can be done. */
    public String remedy() {
        return remedy;
    }
}
