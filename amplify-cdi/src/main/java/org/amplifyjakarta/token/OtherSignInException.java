package org.amplifyjakarta.token;

import org.amplifyjakarta.AmplifyException;

/**
 * Tokens that verify and are not the answer to the sign-in that they came for: of another nonce, or of two users. That is the
 * doing of whoever came with the code, and nothing for an operator.
 *
 * <p>Immutable.
 */
public final class OtherSignInException extends AmplifyException {

    private static final long serialVersionUID = 1L;

    OtherSignInException(String name, String message, String remedy) {
        super(name, message, remedy, null);
    }
}
