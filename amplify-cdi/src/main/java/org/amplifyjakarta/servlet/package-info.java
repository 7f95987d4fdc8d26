/**
 * The Servlet side: the {@code Cookie} and {@code Set-Cookie} headers of a request, for Jakarta REST, Faces and plain
 * servlets alike.
 *
 * <p>{@link org.amplifyjakarta.servlet.AmplifyServletFilter} stands first in every web application: it refuses what
 * configuration refuses, lets {@link org.amplifyjakarta.servlet.ServletExchange} be found, keeps session cookies on
 * answers that are reset, and tells whoever asks the request for its user of the session's.
 */
@NullMarked
package org.amplifyjakarta.servlet;

import org.jspecify.annotations.NullMarked;
