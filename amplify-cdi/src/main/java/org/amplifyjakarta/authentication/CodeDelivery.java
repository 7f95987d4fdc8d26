package org.amplifyjakarta.authentication;

import org.jspecify.annotations.Nullable;

/**
 * Where Cognito sent a code. Immutable.
 *
 * @param medium {@code EMAIL}, {@code SMS} or what else Cognito names
 * @param destination as Cognito masks it, {@code d***@e***}; null where it does not tell
 */
public record CodeDelivery(String medium, @Nullable String destination) {}
