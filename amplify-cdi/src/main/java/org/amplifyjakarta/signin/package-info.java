/**
 * Server-side sign-in through managed login: {@link org.amplifyjakarta.signin.SignInRoutes} answers the routes, from
 * {@link org.amplifyjakarta.signin.RouteRequest} to {@link org.amplifyjakarta.signin.RouteAnswer}, without types of HTTP servers.
 * Messages have codes AMP-50xx.
 */
@NullMarked
package org.amplifyjakarta.signin;

import org.jspecify.annotations.NullMarked;
