/**
 * Who may pass: decided here for Servlet and Jakarta REST alike, without a type of either.
 *
 * <p>A {@link org.amplifyjakarta.guard.Requirement} says what a resource wants of its user, {@code PathRules} reads it off
 * the configured path patterns, {@link org.amplifyjakarta.guard.OriginRule} refuses requests that other sites caused,
 * {@link org.amplifyjakarta.guard.Gate} asks them all, and a {@link org.amplifyjakarta.guard.Refusal} is what the client
 * hears.
 */
@NullMarked
package org.amplifyjakarta.guard;

import org.jspecify.annotations.NullMarked;
