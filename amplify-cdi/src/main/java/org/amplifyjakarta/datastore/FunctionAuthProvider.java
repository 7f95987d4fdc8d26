package org.amplifyjakarta.datastore;

/**
 * Tells the token for models with a rule {@code allow: custom}, which a Lambda authorizer checks:
 * {@code authProviders.functionAuthProvider} of DataStore. A bean of the application, of any scope, asked once for each list or
 * write that needs one, and not again for further pages; without it, such a mode counts as refused.
 */
@FunctionalInterface
public interface FunctionAuthProvider {

    /** Returns what {@code Authorization} is to hold. */
    String token();
}
