package org.amplifyjakarta.document;

import org.jspecify.annotations.Nullable;

/**
 * One operation, with the fragments that it uses. Immutable.
 *
 * @param name null where it has none
 */
public record Operation(@Nullable String name, OperationType type, String text) {}
