/**
 * The session's user for Jakarta Security, where {@code amplify.guard.mechanism} asks for it: constraints on URLs and servlets, EJBs and
 * {@code SecurityContext} see the user then.
 *
 * <p>Loaded only where the server has Jakarta Security.
 */
@NullMarked
package org.amplifyjakarta.security;

import org.jspecify.annotations.NullMarked;
