/**
 * The Jakarta REST side: {@link org.amplifyjakarta.jaxrs.AmplifyFeature}, found by its services file, registers
 * everything below.
 *
 * <p>A request meets, in this order: the exchange binding and the origin check, the authentication filter with its lazy
 * {@code SecurityContext}, the guards, and on the way back the session's cookies and the mapping of exceptions to problem
 * documents.
 */
@NullMarked
package org.amplifyjakarta.jaxrs;

import org.jspecify.annotations.NullMarked;
