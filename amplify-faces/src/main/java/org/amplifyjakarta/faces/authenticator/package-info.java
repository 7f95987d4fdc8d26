/**
 * The forms to sign in and up with, for a page without a line of script.
 *
 * <p>{@link org.amplifyjakarta.faces.authenticator.AuthenticatorComponent} is the tag. {@code Forms} says which {@code Form} with
 * which {@code Field}s belongs to what the user has to do next, {@code FormWriter} writes it, {@code Submission} is what comes
 * back, {@code Actions} does it, and {@code Failure} is what the user hears where it fails.
 */
@NullMarked
package org.amplifyjakarta.faces.authenticator;

import org.jspecify.annotations.NullMarked;
