package org.amplifyjakarta.cognito;

import org.jspecify.annotations.Nullable;

/**
 * What Cognito answers to a sign-up. Immutable.
 *
 * @param confirmed whether the user may sign in at once
 * @param delivery null where no code was sent
 */
public record SignUpAnswer(boolean confirmed, @Nullable Delivery delivery) {}
